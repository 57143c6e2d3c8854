import { isQuotaError } from "./happening.ts";
import type { OutboxStore } from "./outbox-store.ts";

/** A store that asks for room and tries once more where the disk has none left for an edit or a draft. */
export function withRoom(store: OutboxStore, makeRoom: () => Promise<void>): OutboxStore {
	async function write<Value>(step: () => Promise<Value>): Promise<Value> {
		try {
			return await step();
		} catch (error) {
			if (!isQuotaError(error)) throw error;
			await makeRoom();
			return step();
		}
	}
	return {
		...store,
		add: (isProvisional, make) => write(() => store.add(isProvisional, make)),
		addAll: (makes) => write(() => store.addAll(makes)),
		update: (ids, change) => write(() => store.update(ids, change)),
		replace: (removeId, entry) => write(() => store.replace(removeId, entry)),
		restore: (entries) => write(() => store.restore(entries)),
		saveDraft: (draft) => write(() => store.saveDraft(draft)),
	};
}
