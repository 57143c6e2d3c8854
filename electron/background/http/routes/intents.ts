import { LIMITS } from "../../../../shared/api/common.ts";
import { intentAnswerSchema, intentBatchSchema } from "../../../../shared/api/intents.ts";
import { takeIntents } from "../../desk/intents.ts";
import type { RegisterRoutes } from "../api.ts";
import { ApiFailure, failWith } from "../failure.ts";
import { viewerAsking } from "../viewer-asking.ts";

/** A full batch of long notes; what is more is answered 413 and sent in parts. */
const BODY_LIMIT_BYTES = 64 * LIMITS.note * 4;

export const registerIntentRoutes: RegisterRoutes = (app, { store, now }) => {
	app.route({
		method: "POST",
		url: "/api/intents",
		bodyLimit: BODY_LIMIT_BYTES,
		config: {
			// Who may do no more than that may decide what they are asked; each edit is judged by itself.
			needs: "approval.decide",
			summary: "Takes edits, each at most once, and says what became of each.",
		},
		schema: { body: intentBatchSchema, response: { 200: intentAnswerSchema } },
		handler: async (request) => {
			const { identity } = request;
			if (identity?.kind !== "person") throw new ApiFailure(403, "forbidden", "Only people edit tickets.");
			const answer = await takeIntents(request.body, {
				store,
				personId: identity.person.id,
				roles: identity.roles,
				viewer: viewerAsking(request),
				now: now(),
			});
			if (!answer.ok) throw failWith(409, answer.error);
			return { epoch: store.epoch, serverTime: now(), results: [...answer.value] };
		},
	});
};
