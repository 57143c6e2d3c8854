import type { IntentResult } from "../../../shared/api/intents.ts";
import type { Role } from "../../../shared/permission/permission.ts";
import type { Viewer } from "../../../shared/permission/scope.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import type { DeskTransaction, Store } from "../store/store.ts";
import { readMatrix } from "./settings/desk-settings.ts";
import { type Bench, type Outcome, takeIntent, textOf } from "./take-intent.ts";

/** What a workstation sends: `intents` are as they came, each is parsed on its own. */
export interface IntentBatch {
	readonly deviceId: string;
	readonly fence: number;
	/** Whose edits they are, where the sender says it. */
	readonly personId?: string | undefined;
	/** The past that the sender knows, where it says so. */
	readonly epoch?: string | undefined;
	/** The newest place in the feed that the sender ever heard of, where it says so. */
	readonly heardSeq?: number | undefined;
	readonly intents: readonly unknown[];
}

export interface TakeOptions {
	readonly store: Store;
	readonly personId: string;
	/** With whose eyes: what is out of their scope is not there for them. Absent: everything is. */
	readonly viewer?: Viewer;
	/** What they may do beyond editing; absent: everything. */
	readonly roles?: readonly Role[];
	readonly now: number;
}

/**
 * Takes a batch in one transaction, in order. One intent that isn't applied holds back only the later
 * ones of its ticket. Refused as a whole: `fenced` where a newer writer of the same workstation has been
 * heard, `other_person` where somebody else has signed in between, `epoch_changed` and `cursor_ahead` where the
 * desk’s past was replaced.
 */
export async function takeIntents(
	batch: IntentBatch,
	{ store, personId, viewer, roles, now }: TakeOptions,
): Promise<Result<readonly IntentResult[]>> {
	if (batch.personId !== undefined && batch.personId !== personId)
		return refuse("other_person", "These edits are of somebody else than who is signed in.", "personId");
	// What was applied in a past that is gone must be offered again first, or the order would be lost.
	if (batch.epoch !== undefined && batch.epoch !== store.epoch)
		return refuse("epoch_changed", "This desk’s past was replaced since the sender heard of it.", "epoch");
	// Restored under its old name: the sender must offer what was lost first.
	if (batch.heardSeq !== undefined && batch.heardSeq > store.head())
		return refuse("cursor_ahead", `The newest change is ${store.head()}.`, "heardSeq");
	const { value, seq } = await store.write(async (scope) => {
		if (await isBehindFence(scope.tx, batch)) return null;
		const write = { ...scope, events: store.events };
		return takeInOrder(batch.intents, {
			write,
			deviceId: batch.deviceId,
			personId,
			roles,
			now,
			matrix: await readMatrix(scope.tx),
			...(viewer ? { viewer } : {}),
		});
	});
	if (value === null) {
		return refuse("fenced", "A newer window of this workstation sends now; this one is no longer heard.");
	}
	return ok(await Promise.all(value.map((outcome) => answer(store, outcome, seq))));
}

/** Keeps the highest fence of each workstation; true where this batch carries a lower one. */
async function isBehindFence(tx: DeskTransaction, { deviceId, fence }: IntentBatch): Promise<boolean> {
	const known = await tx
		.selectFrom("writer")
		.select("fence")
		.where("device_id", "=", deviceId)
		.executeTakeFirst();
	if (known && known.fence >= fence) return known.fence > fence;
	await tx
		.insertInto("writer")
		.values({ device_id: deviceId, fence })
		.onConflict((conflict) => conflict.column("device_id").doUpdateSet({ fence }))
		.execute();
	return false;
}

async function takeInOrder(intents: readonly unknown[], bench: Bench): Promise<readonly Outcome[]> {
	const outcomes: Outcome[] = [];
	const blockedTickets = new Set<string>();
	for (const raw of intents) {
		const outcome = await takeIntent(raw, bench, blockedTickets);
		if (outcome.kind === "not-taken") blockedTickets.add(textOf(raw, "ticketId"));
		outcomes.push(outcome);
	}
	return outcomes;
}

async function answer(store: Store, outcome: Outcome, seq: number): Promise<IntentResult> {
	if (outcome.kind === "not-taken") return outcome.result;
	const { id, receipt, wroteNothing } = outcome;
	const { status, revision, number } = receipt;
	const shownFrom = wroteNothing ? await findSeq(store, receipt.ticketId) : seq;
	return { id, status, revision, number, seq: shownFrom, wroteNothing };
}

/** Where the feed shows a ticket now: its older places in the log are gone. */
async function findSeq(store: Store, ticketId: string): Promise<number> {
	const row = await store.reader
		.selectFrom("change_log")
		.select("seq")
		.where("kind", "=", "ticket")
		.where("id", "=", ticketId)
		.executeTakeFirst();
	return row?.seq ?? store.head();
}
