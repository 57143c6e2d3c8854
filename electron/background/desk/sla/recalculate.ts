import type {
	RecalculationEffect,
	RecalculationInput,
	RecalculationPreview,
	RecalculationStep,
} from "../../../../shared/api/sla.ts";
import { ok, type Result, refuse } from "../../../../shared/result.ts";
import type { Definitions, PolicyRecord, PolicyVersion } from "../../../../shared/sla/policy.ts";
import { inForceAt } from "../../../../shared/sla/versions.ts";
import { recordAudit } from "../../people/audit.ts";
import { toPolicyRow } from "../../store/sla-rows.ts";
import { readDefinitions } from "./definitions.ts";
import type { Editor } from "./edit-definitions.ts";
import { type Comparison, compareClocks } from "./recalculation-effects.ts";

/** So many tickets are a step: well under a second of a quiet desk. */
const STEP_TICKETS = 5_000;

/** What a recalculation would do, without doing it; to all tickets, or to those of a step. Codes as of `recalculate`. */
export async function previewRecalculation(
	{ step, ...scope }: RecalculationStep,
	editor: Editor,
): Promise<Result<RecalculationPreview>> {
	const { reader } = editor.store;
	const planned = plan(await readDefinitions(reader), { ...scope, reason: "preview" }, editor);
	if (!planned.ok) return planned;
	const part = step && { after: step.after, limit: STEP_TICKETS };
	const { effects, tickets, next } = await compareClocks(reader, planned.value.comparison, part);
	return ok({ effects: [...effects], ...(step ? { step: { tickets, next } } : {}) });
}

export interface Recalculated {
	readonly effects: readonly RecalculationEffect[];
	readonly policies: readonly PolicyRecord[];
}

/**
 * Counts all clocks of these policies anew, completed ones too, from a moment that is past: by the version
 * that applies now. The audit says who did it, why, and how many clocks it changed.
 * Codes: `not_found`, `edited_meanwhile`, `from_not_past`, `nothing_applies`.
 */
export async function recalculate(input: RecalculationInput, editor: Editor): Promise<Result<Recalculated>> {
	const { store } = editor;
	const foreseen = plan(await readDefinitions(store.reader), input, editor);
	if (!foreseen.ok) return foreseen;
	// Outside the transaction: counting many tickets must not keep everybody else from writing.
	const { effects } = await compareClocks(store.reader, foreseen.value.comparison);
	const { value } = await store.write(
		async ({ tx, logChange, afterCommit }): Promise<Result<Recalculated>> => {
			const planned = plan(await readDefinitions(tx), input, editor);
			if (!planned.ok) return planned;
			const { targets } = planned.value;
			for (const { record, version } of targets) {
				await tx.replaceInto("sla_policy").values(toPolicyRow(record)).execute();
				logChange("policy", record.id);
				const changed = effects.find(({ policyId }) => policyId === record.id)?.changed ?? 0;
				await recordAudit(
					tx,
					{ actorId: editor.personId, now: editor.now },
					{
						action: "clocks.recalculated",
						from: new Date(input.from).toISOString(),
						to: `${version.name}, version ${version.version} (${changed} changed): ${input.reason}`,
					},
				);
			}
			afterCommit(() => store.events.emit("definitions.changed", {}));
			return ok({ effects, policies: targets.map(({ record }) => record) });
		},
	);
	return value;
}

interface Target {
	/** With the recalculation among the others. */
	readonly record: PolicyRecord;
	readonly version: PolicyVersion;
}

interface Plan {
	readonly targets: readonly Target[];
	readonly comparison: Comparison;
}

function plan(
	{ calendars, policies }: Definitions,
	{ from, reason, policies: chosen }: RecalculationInput,
	{ personId, now }: Editor,
): Result<Plan> {
	if (from >= now) return refuse("from_not_past", "Only what is past can be counted anew.", "from");
	const targets: Target[] = [];
	for (const [index, { id, version: known }] of chosen.entries()) {
		const path = `policies.${index}`;
		const record = policies.find((candidate) => candidate.id === id);
		if (!record) return refuse("not_found", "There is no such policy at this desk.", path);
		const version = inForceAt(record.versions, now);
		if (!version?.isActive)
			return refuse(
				"nothing_applies",
				"This policy promises nothing now, so there is nothing to count by.",
				path,
			);
		if (version.version !== known)
			return refuse(
				"edited_meanwhile",
				`By now version ${version.version} of “${version.name}” applies. Look at it, then try again.`,
				path,
			);
		const recalculation = { from, at: now, byId: personId, version: known, reason };
		const recalculations = [...(record.recalculations ?? []), recalculation];
		targets.push({ record: { ...record, recalculations }, version });
	}
	const ids = new Set(chosen.map(({ id }) => id));
	const before = { calendars, policies: policies.filter(({ id }) => ids.has(id)) };
	const after = { calendars, policies: targets.map(({ record }) => record) };
	return ok({ targets, comparison: { before, after, from, now } });
}
