import { z } from "zod";
import type { RecalculationInput } from "../../shared/api/sla.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import type { PolicyRecord, PolicyVersion } from "../../shared/sla/policy.ts";
import { inForceAt } from "../../shared/sla/versions.ts";
import { recalculateText as text } from "../text/en/recalculate.ts";
import { fromLocalInput } from "../text/time.ts";
import { nowOf } from "./now-of.ts";

/** What the form holds, as typed. */
export const recalculationValuesSchema = z.strictObject({
	policyIds: z.array(z.string()),
	/** Of a local date and time field. */
	from: z.string(),
	reason: z.string(),
});
export type RecalculationValues = Readonly<z.infer<typeof recalculationValuesSchema>>;

export const NOTHING_CHOSEN: RecalculationValues = { policyIds: [], from: "", reason: "" };

/** A policy whose clocks can be counted anew, with the version that would count them. */
export interface Countable {
	readonly record: PolicyRecord;
	readonly version: PolicyVersion;
}

/** The policies that promise something now. */
export function countableAt(policies: readonly PolicyRecord[], now: number): readonly Countable[] {
	return policies.flatMap((record) => {
		const version = inForceAt(record.versions, nowOf(record.versions, now));
		return version?.isActive ? [{ record, version }] : [];
	});
}

/** What the form asks for; refused with the path of the field that is wrong. */
export function readRecalculation(
	{ policyIds, from, reason }: RecalculationValues,
	countable: readonly Countable[],
): Result<RecalculationInput> {
	const policies = countable
		.filter(({ record }) => policyIds.includes(record.id))
		.map(({ record, version }) => ({ id: record.id, version: version.version }));
	if (policies.length === 0) return refuse("no_policies", text.policiesNeeded, "policies");
	const since = fromLocalInput(from);
	if (since === null) return refuse("no_date", text.fromNeeded, "from");
	if (reason.trim() === "") return refuse("no_reason", text.reasonNeeded, "reason");
	return ok({ policies, from: since, reason: reason.trim() });
}
