import type { Load, LoadRow } from "../worker/views/workload-protocol.ts";

/** What the list of people can be ordered by. */
export type LoadOrder = "name" | keyof Load;

/** The most first; by the oldest, the oldest first. What nobody has stays on top. Equal ones keep their order. */
export function sortLoads(rows: readonly LoadRow[], order: LoadOrder): readonly LoadRow[] {
	if (order === "name") return rows;
	const isNobody = ({ personId }: LoadRow) => personId === null;
	const weightOf = ({ load }: LoadRow) => (order === "oldestAt" ? -load.oldestAt : load[order]);
	const people = rows.filter((row) => !isNobody(row));
	return [
		...rows.filter(isNobody),
		...people.toSorted((one, other) => compare(weightOf(other), weightOf(one))),
	];
}

/** Without a difference of infinities. */
function compare(one: number, other: number): number {
	return one === other ? 0 : one < other ? -1 : 1;
}
