import type { Intent } from "../../../shared/api/intents.ts";
import { refuse } from "../../../shared/result.ts";
import { applyBulk } from "../bulk/apply-bulk.ts";
import { previewBulk } from "../bulk/preview-bulk.ts";
import { takeBack } from "../bulk/take-back.ts";
import type { Engine } from "../engine/engine.ts";
import type { OpenGeneration } from "../engine/model.ts";
import { RIGHT_LOST } from "../engine/rights.ts";
import { needsYou } from "../outbox/take-result.ts";
import type { CallName, Calls, TagInUse } from "../protocol.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";
import { makeCsvCalls } from "./csv-export.ts";
import { makeDraftCalls } from "./draft-calls.ts";
import { createTicket, editTicket, maySend } from "./edit-calls.ts";
import { exportUnsent } from "./export-unsent.ts";
import { findCis, findPeople, findTickets } from "./find.ts";
import { listTags } from "./list-tags.ts";
import { settleConflict } from "./settle-conflict.ts";

type Answers = {
	readonly [Name in CallName]: (
		...args: Parameters<Calls[Name]>
	) => ReturnType<Calls[Name]> | Promise<ReturnType<Calls[Name]>>;
};

/** Answers what pages ask once. */
export function makeCalls(engine: Engine): Answers {
	const { model } = engine;
	const opened = <Value>(without: Value, make: (generation: OpenGeneration) => Value): Value =>
		model.generation ? make(model.generation) : without;
	const changeOutbox = async (change: (generation: OpenGeneration) => Promise<void>): Promise<null> => {
		if (!model.generation) return null;
		await change(model.generation);
		await engine.outboxChanged();
		return null;
	};
	const discarded = new Map<string, OutboxEntry>();
	const personId = () => model.session?.person?.id ?? "";
	const retryAll = async (intentIds: readonly string[]): Promise<null> => {
		const own = intentIds.filter((id) => maySend(model, model.generation?.outbox.find(id)?.intent));
		if (own.length === 0) return null;
		await changeOutbox(({ outbox }) =>
			outbox.update(own, (entry) =>
				entry.phase === "needs-you" ? { ...entry, phase: "pending", reason: null, conflict: null } : entry,
			),
		);
		// One that waits already is tried now, whatever pause was on.
		engine.wake();
		return null;
	};
	const discardAll = async (intentIds: readonly string[]): Promise<readonly Intent[]> => {
		const found = intentIds.flatMap((id) => model.generation?.outbox.find(id) ?? []);
		const open = found.filter(({ phase }) => phase !== "applied");
		for (const entry of open) discarded.set(entry.id, entry);
		if (open.length > 0)
			await changeOutbox(({ outbox }) =>
				outbox.update(
					open.map(({ id }) => id),
					() => null,
				),
			);
		return open.map(({ intent }) => intent);
	};
	const restoreAll = (intents: readonly Intent[]): Promise<null> =>
		changeOutbox(async ({ outbox }) => {
			for (const intent of intents) {
				const entry = discarded.get(intent.id) ?? entryOf(intent, personId());
				// What it shows of the desk's own is for those who may still read that.
				const isTheirs = maySend(model, intent);
				await outbox.replace(null, isTheirs ? entry : needsYou({ ...entry, seen: null }, RIGHT_LOST));
			}
		});

	return {
		beHere: (here) => {
			engine.presence.set(here);
			return null;
		},
		create: async (ticket) => {
			const created = await createTicket(model, ticket);
			if (created.ok) await engine.outboxChanged();
			return created;
		},
		edit: async (edit) => {
			const edited = await editTicket(model, edit);
			if (edited.ok) await engine.outboxChanged();
			return edited;
		},
		previewBulk: ({ ticketIds, edit }) => previewBulk(model, ticketIds, edit),
		applyBulk: async ({ ticketIds, edit }) => {
			const applied = await applyBulk(model, ticketIds, edit);
			if (applied.ok && applied.value.changed > 0) await engine.outboxChanged();
			return applied;
		},
		takeBack: async (intentOrBatchId) => {
			const undone = await takeBack(model, intentOrBatchId);
			if (undone.ok && undone.value.batchId !== null) await engine.outboxChanged();
			return undone;
		},
		idsOf: ({ query, window }) => opened<readonly string[]>([], ({ views }) => views.idsOf(query, window)),
		indexOf: ({ query, ticketId }) =>
			opened<number | null>(null, ({ views }) => views.indexOf(query, ticketId)),
		...makeCsvCalls(model),
		findTickets: ({ text, limit }) => opened([], (generation) => [...findTickets(generation, text, limit)]),
		findPeople: ({ text, limit }) => opened([], (generation) => [...findPeople(generation, text, limit)]),
		findCis: ({ text, limit }) => opened([], (generation) => [...findCis(generation, text, limit)]),
		listTags: () => opened<readonly TagInUse[]>([], listTags),
		retryIntent: (intentId) => retryAll([intentId]),
		retryAll,
		discardIntent: async (intentId) => (await discardAll([intentId]))[0] ?? null,
		discardAll,
		restoreIntent: (intent) => restoreAll([intent]),
		restoreAll,
		settleConflict: (settling) =>
			changeOutbox((generation) => settleConflict(generation, model.makeId, settling)),
		exportUnsent: () => exportUnsent(engine),
		...makeDraftCalls(engine),
		chooseFile: async ({ draftKey, name, blob }) =>
			model.generation?.chosenFiles.choose(draftKey, name, blob) ??
			refuse("sign_in_needed", "Sign in first."),
		listFiles: async (draftKey) => (await model.generation?.chosenFiles.ofDraft(draftKey)) ?? [],
		removeFile: async (attachmentId) => {
			await model.generation?.chosenFiles.remove(attachmentId);
			return null;
		},
		readFile: async (file) => (await model.generation?.keptFiles.read(file)) ?? null,
		refreshSession: () => engine.refreshSession(),
		readKept: async () => (await engine.store.readMeta("keepEndedMonths")) ?? null,
		keepEnded: async (months) => {
			await engine.keepEnded(months);
			return null;
		},
		reconnect: () => {
			engine.wake();
			return null;
		},
	};
}

/** An entry for an intent that came back from a page, after this worker was started anew. */
function entryOf(intent: Intent, personId: string): OutboxEntry {
	return {
		id: intent.id,
		personId,
		order: intent.counter,
		intent,
		phase: "pending",
		seen: null,
		provisionalNumber: intent.type === "create" ? `NEW-${intent.counter}` : null,
		queuedAt: intent.occurredAt,
		attempts: 0,
		reason: null,
		conflict: null,
		answer: null,
		...(intent.attachmentIds ? { waitsFor: intent.attachmentIds } : {}),
	};
}
