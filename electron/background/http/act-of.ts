import type { FastifyRequest } from "fastify";
import type { Refusal } from "../../../shared/result.ts";
import type { Act } from "../people/audit.ts";
import { ApiFailure, type FailureStatus, failWith } from "./failure.ts";

/** Who asks for a change, for the audit trail. Only people change people. */
export function actOf({ identity }: FastifyRequest, now: number): Act & { readonly actorId: string } {
	if (identity?.kind !== "person") throw new ApiFailure(403, "forbidden", "Only people may do this.");
	return { actorId: identity.person.id, now };
}

const STATUSES: Readonly<Record<string, FailureStatus>> = {
	not_found: 404,
	name_taken: 409,
	account_exists: 409,
	last_admin: 409,
	yourself: 409,
	standing_person: 409,
};

/** A refusal about people as an answer. */
export function failPeople(refusal: Refusal): ApiFailure {
	return failWith(STATUSES[refusal.code] ?? 400, refusal);
}
