import type { OpenGeneration } from "../engine/model.ts";

/** What ids are called, of those that are known here: names, and of tickets their numbers. */
export function nameAll(
	{ things, columns }: Pick<OpenGeneration["cache"], "things" | "columns">,
	ids: Iterable<unknown>,
): Readonly<Record<string, string>> {
	const names: Record<string, string> = {};
	for (const id of ids) {
		if (typeof id !== "string") continue;
		const slot = columns.slotOf(id);
		const name = things.nameOf(id) ?? (slot === undefined ? undefined : columns.numberOf(slot));
		if (name !== undefined) names[id] = name;
	}
	return names;
}
