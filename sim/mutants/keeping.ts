import type { EngineParts } from "../../renderer/worker/engine/engine-parts.ts";
import { isQuotaError } from "../../renderer/worker/storage/happening.ts";
import type { OutboxEntry, OutboxStore } from "../../renderer/worker/storage/outbox-store.ts";
import type { Mutant } from "./mutant.ts";
import { withOutbox } from "./ports.ts";

/** So long an edit may be only in memory. */
const WRITE_BEHIND_MS = 500;

const UNSENT = ["pending", "needs-you"] as const;

/** Outboxes that lose, forget or mix up what they hold. */
export const KEEPING: readonly Mutant[] = [
	{
		name: "saved-before-written",
		bug: "An edit is called saved before it is on the disk.",
		breaks: ["I1"],
		wrapEngine: (parts) => withOutbox(parts, (store) => writeBehind(store, parts)),
	},
	{
		name: "full-disk-untold",
		bug: "An edit for which the disk has no room is called saved.",
		breaks: ["I1", "I4"],
		wrapEngine: (parts) => withOutbox(parts, ignoreQuota),
	},
	{
		name: "refused-is-gone",
		bug: "An edit that the desk refuses is thrown away.",
		breaks: ["I1"],
		wrapEngine: changing((_before, after) => (after?.phase === "needs-you" ? null : after)),
	},
	{
		name: "discard-forgotten",
		bug: "What a person discards is gone from the screen and not from the disk.",
		breaks: ["I10"],
		wrapEngine: changing((before, after) => after ?? (before.phase === "pending" ? before : null)),
	},
	{
		name: "answered-is-out-of-sight",
		bug: "A window that reads its disk leaves out what the desk has answered, whether the cache has it or not.",
		breaks: ["I4"],
		wrapEngine: (parts) =>
			withOutbox(parts, (store) => ({
				...store,
				list: (personId, phases) => store.list(personId, phases.includes("pending") ? UNSENT : phases),
			})),
	},
	{
		name: "not-offered-again",
		bug: "What was applied in a past that is gone is not offered to the new one.",
		breaks: ["I1"],
		wrapEngine: (parts) =>
			withOutbox(parts, (store) => ({
				...store,
				list: async (personId, phases) =>
					phases.join() === "applied,settled" ? [] : store.list(personId, phases),
			})),
	},
	{
		name: "order-by-clock",
		bug: "The order of edits is that of the device's clock.",
		breaks: ["I5"],
		wrapEngine: (parts) =>
			withOutbox(parts, (store) => ({
				...store,
				add: (isProvisional, make) =>
					store.add(isProvisional, (numbers) => make({ ...numbers, order: parts.clock.now() })),
			})),
	},
	{
		name: "order-by-window",
		bug: "Each window counts its edits by itself.",
		breaks: ["I5"],
		wrapEngine: (parts) => withOutbox(parts, countByWindow),
	},
	{
		name: "anybodys-edits",
		bug: "Whoever is signed in sends the edits of those who were before.",
		breaks: ["I2"],
		wrapEngine: (parts) => withOutbox(parts, listEverybodys),
	},
];

function changing(
	revise: (before: OutboxEntry, after: OutboxEntry | null) => OutboxEntry | null,
): (parts: EngineParts) => EngineParts {
	return (parts) =>
		withOutbox(parts, (store) => ({
			...store,
			update: (ids, change) => store.update(ids, (entry) => revise(entry, change(entry))),
		}));
}

/** Every other operation finds what was added; a window that ends takes it along. */
function writeBehind(store: OutboxStore, { clock }: EngineParts): OutboxStore {
	const added: OutboxEntry[] = [];
	const flush = async (): Promise<void> => {
		for (const entry of added.splice(0)) await store.replace(null, entry);
	};
	return {
		...store,
		add: async (isProvisional, make) => {
			const order = await store.raise("order");
			const provisional = isProvisional ? await store.raise("provisional") : 0;
			const entry = make({ order, provisional });
			added.push(entry);
			// What the disk refuses by then is lost as well: it was called saved long ago.
			clock.after(WRITE_BEHIND_MS, () => void flush().catch(() => undefined));
			return entry;
		},
		list: (personId, phases) => flush().then(() => store.list(personId, phases)),
		read: (ids) => flush().then(() => store.read(ids)),
		update: (ids, change) => flush().then(() => store.update(ids, change)),
		replace: (removeId, entry) => flush().then(() => store.replace(removeId, entry)),
	};
}

function countByWindow(store: OutboxStore): OutboxStore {
	let order = 0;
	return {
		...store,
		add: (isProvisional, make) =>
			store.add(isProvisional, (numbers) => {
				order += 1;
				return make({ ...numbers, order });
			}),
	};
}

function ignoreQuota(store: OutboxStore): OutboxStore {
	return {
		...store,
		add: async (isProvisional, make) => {
			try {
				return await store.add(isProvisional, make);
			} catch (error) {
				if (!isQuotaError(error)) throw error;
				return make({ order: (await store.readCounter("order")) + 1, provisional: 0 });
			}
		},
	};
}

function listEverybodys(store: OutboxStore): OutboxStore {
	const people = new Set<string>();
	return {
		...store,
		list: async (personId, phases) => {
			people.add(personId);
			const lists = await Promise.all([...people].map((id) => store.list(id, phases)));
			return lists.flat().sort((one, other) => one.order - other.order);
		},
	};
}
