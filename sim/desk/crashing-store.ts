import type { DeskTransaction, Store, WriteScope } from "../../electron/background/store/store.ts";

/** The desk's process ended. */
export class DeskCrash extends Error {
	override readonly name = "DeskCrash";
}

const WRITES: ReadonlySet<string | symbol> = new Set(["insertInto", "updateTable", "deleteFrom"]);

/** A store whose process ends inside its next write: before its `statement`-th statement that writes. */
export function crashInside(store: Store, statement: number): Store {
	return {
		...store,
		events: store.events,
		epoch: store.epoch,
		reader: store.reader,
		head: store.head,
		write: (work) =>
			store.write((scope) => {
				let left = statement;
				return work(
					countWrites(scope, () => {
						left -= 1;
						if (left <= 0) throw new DeskCrash();
					}),
				).then(() => {
					throw new DeskCrash();
				});
			}),
	};
}

function countWrites(scope: WriteScope, onWrite: () => void): WriteScope {
	const tx: DeskTransaction = new Proxy(scope.tx, {
		get: (target, name) => {
			if (WRITES.has(name)) onWrite();
			const value: unknown = Reflect.get(target, name, target);
			return typeof value === "function" ? value.bind(target) : value;
		},
	});
	return { ...scope, tx };
}
