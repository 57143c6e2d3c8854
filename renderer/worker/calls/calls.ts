import type { Intent } from "../../../shared/api/intents.ts";
import { refuse } from "../../../shared/result.ts";
import type { Engine } from "../engine/engine.ts";
import type { OpenGeneration } from "../engine/model.ts";
import { RIGHT_LOST } from "../engine/rights.ts";
import { needsYou } from "../outbox/take-result.ts";
import type { CallName, Calls, ViewQuery } from "../protocol.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";
import { makeRow } from "../views/queue-row.ts";
import { toCsv } from "./csv.ts";
import { makeDraftCalls } from "./draft-calls.ts";
import { createTicket, editTicket, maySend } from "./edit-calls.ts";
import { exportUnsent } from "./export-unsent.ts";
import { findCis, findPeople, findTickets } from "./find.ts";
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

	return {
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
		indexOf: ({ query, ticketId }) =>
			opened<number | null>(null, ({ views }) => views.indexOf(query, ticketId)),
		csv: (query) => opened("", (generation) => csvOf(generation, query)),
		findTickets: ({ text, limit }) => opened([], (generation) => [...findTickets(generation, text, limit)]),
		findPeople: ({ text, limit }) => opened([], (generation) => [...findPeople(generation, text, limit)]),
		findCis: ({ text, limit }) => opened([], (generation) => [...findCis(generation, text, limit)]),
		retryIntent: async (intentId) => {
			if (!maySend(model, model.generation?.outbox.find(intentId)?.intent)) return null;
			await changeOutbox(({ outbox }) =>
				outbox.update([intentId], (entry) =>
					entry.phase === "needs-you" ? { ...entry, phase: "pending", reason: null, conflict: null } : entry,
				),
			);
			// One that waits already is tried now, whatever pause was on.
			engine.wake();
			return null;
		},
		discardIntent: async (intentId) => {
			const entry = model.generation?.outbox.find(intentId);
			if (!entry || entry.phase === "applied") return null;
			discarded.set(intentId, entry);
			await changeOutbox(({ outbox }) => outbox.update([intentId], () => null));
			return entry.intent;
		},
		restoreIntent: (intent) =>
			changeOutbox(({ outbox }) => {
				const entry = discarded.get(intent.id) ?? entryOf(intent, personId());
				// What it shows of the desk's own is for those who may still read that.
				return outbox.replace(
					null,
					maySend(model, intent) ? entry : needsYou({ ...entry, seen: null }, RIGHT_LOST),
				);
			}),
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

function csvOf({ views }: OpenGeneration, query: ViewQuery): string {
	const context = views.rowContext();
	return toCsv(Array.from(views.matches(query), (slot) => makeRow(context, slot)));
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
