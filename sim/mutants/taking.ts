import { findTicket } from "../../electron/background/desk/find-ticket.ts";
import type { DeskDatabase, Store } from "../../electron/background/store/store.ts";
import { baseValues } from "../../renderer/worker/outbox/make-entry.ts";
import { intentAnswerSchema, intentSchema } from "../../shared/api/intents.ts";
import type { DeskAnswer } from "../desk/answers.ts";
import type { Mutant } from "./mutant.ts";
import { type Arrived, onBatches } from "./routes.ts";

/** Desks that take what is sent to them wrongly. */
export const TAKING: readonly Mutant[] = [
	{
		name: "no-dedupe",
		bug: "The desk does not look whether it has applied an intent before.",
		breaks: ["I2"],
		take: onBatches(async (batch, store, go) => {
			const ids = batch.intents.flatMap((raw) => intentSchema.safeParse(raw).data?.id ?? []);
			await store.write(({ tx }) => tx.deleteFrom("intent").where("id", "in", ids).execute());
			return go(batch);
		}),
	},
	{
		name: "half-a-transaction",
		bug: "A desk that ends while it takes a batch keeps the half that it had written.",
		breaks: ["I2", "I3", "I4"],
		wrapStore: keepHalves,
	},
	{
		name: "overwrites",
		bug: "The desk takes a change to be made on what it has now, whatever the person saw.",
		breaks: ["I8"],
		take: onBatches(async (batch, { reader }, go) => go(await rebase(batch, reader))),
	},
	{
		name: "whoever-signed-in",
		bug: "The desk does not ask whose edits are sent to it.",
		breaks: ["I2"],
		take: onBatches((batch, _store, go) => go({ ...batch, personId: undefined })),
	},
	{
		name: "lane-goes-on",
		bug: "The desk applies later intents of a ticket though an earlier one was refused.",
		breaks: ["I5"],
		take: onBatches((batch, _store, go) => takeOneByOne(batch, go)),
	},
];

/** What fails within a transaction does not undo it. */
function keepHalves(store: Store): Store {
	return {
		...store,
		events: store.events,
		epoch: store.epoch,
		reader: store.reader,
		head: store.head,
		write: async (work) => {
			const written = await store.write((scope) =>
				work(scope).then(
					(value) => ({ ok: true, value }) as const,
					(error: unknown) => ({ ok: false, error }) as const,
				),
			);
			if (!written.value.ok) throw written.value.error;
			return { value: written.value.value, seq: written.seq };
		},
	};
}

/** The first of each lane; those behind it were made on top of it. */
async function rebase(batch: Arrived, reader: DeskDatabase): Promise<Arrived> {
	const begun = new Set<string>();
	const intents: unknown[] = [];
	for (const raw of batch.intents) {
		const intent = intentSchema.safeParse(raw).data;
		const isFirst = intent?.type === "change" && !begun.has(intent.ticketId);
		const ticket = isFirst ? await findTicket(reader, intent.ticketId) : null;
		if (intent) begun.add(intent.ticketId);
		const isRebased = isFirst && ticket;
		intents.push(
			isRebased ? { ...intent, baseRevision: ticket.revision, base: baseValues(ticket, intent.set) } : raw,
		);
	}
	return { ...batch, intents };
}

async function takeOneByOne(
	batch: Arrived,
	go: (batch: Arrived) => Promise<DeskAnswer>,
): Promise<DeskAnswer> {
	const answers: DeskAnswer[] = [];
	for (const intent of batch.intents) answers.push(await go({ ...batch, intents: [intent] }));
	const [last] = answers.slice(-1);
	const refused = answers.find(({ status }) => status !== 200);
	if (refused || !last) return refused ?? go(batch);
	const read = answers.map(({ body }) => intentAnswerSchema.parse(body));
	return {
		...last,
		body: { ...intentAnswerSchema.parse(last.body), results: read.flatMap(({ results }) => results) },
	};
}
