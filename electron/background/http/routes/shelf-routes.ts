import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Result } from "../../../../shared/result.ts";
import type { ViewEditor } from "../../../../shared/view/judge-view.ts";
import { ApiFailure, type FailureStatus, failWith } from "../failure.ts";

/** What the routes of everything that people keep have in common. */
export const keptParamsSchema = z.strictObject({ id: z.uuid() });
export const keptRemovalSchema = z.strictObject({ version: z.coerce.number().int().min(1) });

export function editorAsking({ identity }: FastifyRequest): ViewEditor {
	if (identity?.kind !== "person") throw new ApiFailure(403, "forbidden", "Only people keep these.");
	return { personId: identity.person.id, teamIds: identity.person.teamIds, roles: identity.roles };
}

const STATUS: Readonly<Record<string, FailureStatus>> = {
	not_found: 404,
	forbidden: 403,
	edited_meanwhile: 409,
	too_many: 409,
};

export function answerKept<Value>(result: Result<Value>): Value {
	if (result.ok) return result.value;
	throw failWith(STATUS[result.error.code] ?? 422, result.error);
}
