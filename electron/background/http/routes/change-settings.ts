import {
	changeSettingsEditSchema,
	changeSettingsRecordSchema,
} from "../../../../shared/api/change-settings.ts";
import { editChangeSettings, readChangeSettings } from "../../desk/change/change-settings.ts";
import type { RegisterRoutes } from "../api.ts";
import { failWith } from "../failure.ts";

export const registerChangeSettingsRoutes: RegisterRoutes = (app, { store }) => {
	app.route({
		method: "GET",
		url: "/api/change-settings",
		config: {
			needs: "desk.read",
			summary: "How changes are approved, their risk, their windows and templates.",
		},
		schema: { response: { 200: changeSettingsRecordSchema } },
		handler: () => readChangeSettings(store.reader),
	});
	app.route({
		method: "PATCH",
		url: "/api/change-settings",
		config: { needs: "change.manage", summary: "Changes parts of what the desk says about its changes." },
		schema: { body: changeSettingsEditSchema, response: { 200: changeSettingsRecordSchema } },
		handler: async ({ body }) => {
			const edited = await editChangeSettings(store, body);
			if (edited.ok) return edited.value;
			throw failWith(409, edited.error);
		},
	});
};
