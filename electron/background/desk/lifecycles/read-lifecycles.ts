import type { LifecycleRecord } from "../../../../shared/api/lifecycles.ts";
import { BUILT_IN_LIFECYCLES, registerLifecycles } from "../../../../shared/ticket/known-lifecycles.ts";
import type { Lifecycle } from "../../../../shared/ticket/lifecycle.ts";
import { parseJson } from "../../store/rows.ts";
import type { DeskDatabase, Store } from "../../store/store.ts";
import type { LifecycleTable } from "../../store/tables.ts";

/** What this desk has defined itself: of each kind the newest version. */
export async function readDefined(database: DeskDatabase): Promise<readonly LifecycleRecord[]> {
	const rows = await database
		.selectFrom("lifecycle")
		.selectAll()
		.orderBy("kind")
		.orderBy("version")
		.execute();
	return [...new Map(rows.map((row) => [row.kind, row])).values()].map(fromRow);
}

/** Of every kind that this desk has tickets of, the newest version. */
export async function readLifecycles(database: DeskDatabase): Promise<LifecycleRecord[]> {
	const defined = await readDefined(database);
	const own = new Map(defined.map((record) => [record.id, record]));
	const builtIn = BUILT_IN_LIFECYCLES.map((definition) => own.get(definition.kind) ?? broughtBy(definition));
	const added = defined.filter(({ place }) => place !== null);
	return [...builtIn, ...added.sort((one, other) => (one.place ?? 0) - (other.place ?? 0))];
}

/** Makes them known to this process, before anything of the desk is judged. */
export async function learnLifecycles(store: Store): Promise<void> {
	registerLifecycles(await readDefined(store.reader));
}

function broughtBy(definition: Lifecycle): LifecycleRecord {
	return { id: definition.kind, version: 0, place: null, definition, savedAt: 0, savedById: null };
}

/** It was checked when it was saved. */
function fromRow(row: LifecycleTable): LifecycleRecord {
	return {
		id: row.kind,
		version: row.version,
		place: row.place,
		definition: parseJson<Lifecycle>(row.definition),
		savedAt: row.saved_at,
		savedById: row.saved_by_id,
	};
}
