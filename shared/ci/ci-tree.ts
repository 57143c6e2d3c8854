/** One line of a tree: a CI at a depth, 1 being what the root needs directly. */
export interface TreeLine {
	readonly id: string;
	readonly depth: number;
	/** It stands further up with everything below it, and is not told again. */
	readonly isRepeated: boolean;
}

const MOST_LINES = 300;
const MOST_DEPTH = 8;

/**
 * What lies around a CI along `next`, as lines from top to bottom. Each CI is unfolded once, so that circles
 * end and what many need is not told as often.
 */
export function treeLines(
	rootId: string,
	next: ReadonlyMap<string, readonly string[]>,
): { readonly lines: readonly TreeLine[]; readonly isCut: boolean } {
	const lines: TreeLine[] = [];
	const told = new Set([rootId]);
	let isCut = false;
	const tell = (id: string, depth: number): void => {
		for (const nextId of next.get(id) ?? []) {
			if (lines.length >= MOST_LINES || depth > MOST_DEPTH) {
				isCut = true;
				return;
			}
			const isRepeated = told.has(nextId);
			lines.push({ id: nextId, depth, isRepeated });
			told.add(nextId);
			if (!isRepeated) tell(nextId, depth + 1);
		}
	};
	tell(rootId, 1);
	return { lines, isCut };
}
