import type { OutboxEntry, OutboxStore } from "../storage/outbox-store.ts";
import type { SecondHome } from "./second-home.ts";

/** A store whose every step the second home follows, once the store itself has made it. */
export function withSecondHome(store: OutboxStore, home: SecondHome): OutboxStore {
	return {
		...store,
		add: async (isProvisional, make) => {
			const entry = await store.add(isProvisional, make);
			home.follow(entry);
			return entry;
		},
		addAll: async (makes) => {
			const entries = await store.addAll(makes);
			for (const entry of entries) home.follow(entry);
			return entries;
		},
		update: async (ids, change) => {
			const changes: [before: OutboxEntry, after: OutboxEntry | null][] = [];
			await store.update(ids, (entry) => {
				const after = change(entry);
				changes.push([entry, after]);
				return after;
			});
			for (const [before, after] of changes) after ? home.follow(after) : home.forget(before);
		},
		replace: async (removeId, entry) => {
			await store.replace(removeId, entry);
			if (removeId !== null && removeId !== entry.id) home.forget({ ...entry, id: removeId });
			home.follow(entry);
		},
	};
}
