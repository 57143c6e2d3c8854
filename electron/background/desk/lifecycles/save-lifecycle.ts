import type { LifecycleEdit, LifecycleRecord } from "../../../../shared/api/lifecycles.ts";
import { ok, type Refusal, type Result, refuse } from "../../../../shared/result.ts";
import { judgeEdit } from "../../../../shared/ticket/judge-edit.ts";
import { judgeLifecycle } from "../../../../shared/ticket/judge-lifecycle.ts";
import {
	builtInLifecycle,
	MOST_ADDED_KINDS,
	registerLifecycles,
} from "../../../../shared/ticket/known-lifecycles.ts";
import { findState, isOpenState, type Lifecycle } from "../../../../shared/ticket/lifecycle.ts";
import { type Act, recordAudit } from "../../people/audit.ts";
import type { DeskTransaction, Store } from "../../store/store.ts";
import { readDefined } from "./read-lifecycles.ts";

/**
 * Another version of a kind's lifecycle, or a new kind. Codes besides those of `judgeLifecycle` and
 * `judgeEdit`: `edited_meanwhile`, `state_in_use`, `too_many_kinds`.
 */
export async function saveLifecycle(
	store: Store,
	{ definition, baseVersion }: LifecycleEdit,
	act: Act,
): Promise<Result<LifecycleRecord>> {
	const { value } = await store.write(async ({ tx, logChange, afterCommit }) => {
		const defined = await readDefined(tx);
		const before = defined.find(({ id }) => id === definition.kind);
		const newest = before?.version ?? 0;
		if (newest !== baseVersion)
			return refuse(
				"edited_meanwhile",
				`Somebody else saved version ${newest} meanwhile. Look at it, then save again.`,
				"baseVersion",
			);
		const misfit =
			[...judgeLifecycle(definition), ...judgeEdit(definition)][0] ?? (await findInUse(tx, definition));
		if (misfit) return { ok: false as const, error: misfit };
		const place = before ? before.place : nextPlace(definition, defined);
		if (place !== null && place >= MOST_ADDED_KINDS)
			return refuse("too_many_kinds", `A desk has at most ${MOST_ADDED_KINDS} kinds of its own.`, "kind");
		const record: LifecycleRecord = {
			id: definition.kind,
			version: newest + 1,
			place,
			definition,
			savedAt: act.now,
			savedById: act.actorId,
		};
		await insert(tx, record);
		await recordAudit(tx, act, {
			action: before || place === null ? "lifecycle.changed" : "lifecycle.added",
			from: `${definition.kind} ${newest}`,
			to: `${definition.kind} ${record.version}`,
		});
		logChange("lifecycle", record.id);
		afterCommit(() => registerLifecycles([record]));
		return ok(record);
	});
	return value;
}

/** The next among the kinds that this desk has added; they are never taken away. */
function nextPlace({ kind }: Lifecycle, defined: readonly LifecycleRecord[]): number | null {
	if (builtInLifecycle(kind)) return null;
	return Math.max(-1, ...defined.map(({ place }) => place ?? -1)) + 1;
}

/** Tickets stand in a state that would be gone, or would no longer be open, or be open again. */
async function findInUse(tx: DeskTransaction, { kind, states }: Lifecycle): Promise<Refusal | null> {
	const used = await tx
		.selectFrom("ticket")
		.select(({ fn }) => ["state", fn.countAll<number>().as("count")])
		.where("kind", "=", kind)
		.groupBy("state")
		.execute();
	for (const { state, count } of used) {
		const index = states.findIndex(({ value }) => value === state);
		const own = states[index];
		const name = findState(kind, state)?.name ?? `state ${state}`;
		const stand = `${count} ${count === 1 ? "ticket stands" : "tickets stand"} in ${name}`;
		if (!own)
			return { code: "state_in_use", message: `${stand}, so it can’t be taken away.`, path: "states" };
		if (isOpenState(kind, state) === (own.phase === "open" || own.phase === "hold")) continue;
		const message = `${stand}, so whether it is open can’t be changed.`;
		return { code: "state_in_use", message, path: `states.${index}.phase` };
	}
	return null;
}

async function insert(tx: DeskTransaction, record: LifecycleRecord): Promise<void> {
	await tx
		.insertInto("lifecycle")
		.values({
			kind: record.id,
			version: record.version,
			place: record.place,
			definition: JSON.stringify(record.definition),
			saved_at: record.savedAt,
			saved_by_id: record.savedById,
		})
		.execute();
}
