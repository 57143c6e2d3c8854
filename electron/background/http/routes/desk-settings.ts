import {
	deskSettingsSchema,
	incidentSettingsSchema,
	prioritySettingsSchema,
} from "../../../../shared/api/desk-settings.ts";
import { changeDeskSetting, readDeskSettings } from "../../desk/settings/desk-settings.ts";
import { actOf } from "../act-of.ts";
import type { RegisterRoutes } from "../api.ts";
import { failWith } from "../failure.ts";

/** What leads and admins choose for all tickets of the desk. */
export const registerDeskSettingRoutes: RegisterRoutes = (app, { store, now }) => {
	app.route({
		method: "GET",
		url: "/api/desk-settings",
		config: { needs: "desk.read", summary: "How incidents go on by themselves, and the priority matrix." },
		schema: { response: { 200: deskSettingsSchema } },
		handler: () => readDeskSettings(store.reader),
	});
	app.route({
		method: "PUT",
		url: "/api/desk-settings/incidents",
		config: { needs: "rule.edit", summary: "Sets when callers are reminded and incidents close." },
		schema: { body: incidentSettingsSchema, response: { 200: deskSettingsSchema } },
		handler: async (request) => {
			await changeDeskSetting(store, request.body, actOf(request, now()));
			return readDeskSettings(store.reader);
		},
	});
	app.route({
		method: "PUT",
		url: "/api/desk-settings/priorities",
		config: { needs: "rule.edit", summary: "Sets which priority impact and urgency give from now on." },
		schema: { body: prioritySettingsSchema, response: { 200: deskSettingsSchema } },
		handler: async (request) => {
			const changed = await changeDeskSetting(store, request.body, actOf(request, now()));
			if (!changed.ok) throw failWith(422, changed.error);
			return readDeskSettings(store.reader);
		},
	});
};
