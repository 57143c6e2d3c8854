import { z } from "zod";
import {
	lifecycleEditSchema,
	lifecycleRecordSchema,
	lifecyclesSchema,
} from "../../../../shared/api/lifecycles.ts";
import { ticketKindSchema } from "../../../../shared/api/ticket-kind.ts";
import { readLifecycles } from "../../desk/lifecycles/read-lifecycles.ts";
import { saveLifecycle } from "../../desk/lifecycles/save-lifecycle.ts";
import { actOf } from "../act-of.ts";
import type { RegisterRoutes } from "../api.ts";
import { ApiFailure, failWith } from "../failure.ts";

const paramsSchema = z.strictObject({ kind: ticketKindSchema });

export const registerLifecycleRoutes: RegisterRoutes = (app, { store, now }) => {
	app.route({
		method: "GET",
		url: "/api/lifecycles",
		config: { needs: "desk.read", summary: "What tickets of each kind go through, as it holds now." },
		schema: { response: { 200: lifecyclesSchema } },
		handler: async () => ({ lifecycles: await readLifecycles(store.reader) }),
	});
	app.route({
		method: "PUT",
		url: "/api/lifecycles/:kind",
		config: { needs: "lifecycle.edit", summary: "A new kind of tickets, or another version of one." },
		schema: { params: paramsSchema, body: lifecycleEditSchema, response: { 200: lifecycleRecordSchema } },
		handler: async (request) => {
			const { body, params } = request;
			if (body.definition.kind !== params.kind)
				throw new ApiFailure(422, "other_kind", "It defines another kind.", "definition.kind");
			const saved = await saveLifecycle(store, body, actOf(request, now()));
			if (!saved.ok) throw failWith(saved.error.code === "edited_meanwhile" ? 409 : 422, saved.error);
			return saved.value;
		},
	});
};
