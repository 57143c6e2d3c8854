import type { Lifecycle, StateDefinition } from "./lifecycle.ts";

/** States that no chain of moves from the first one reaches, and open ones from which none leads to an end. */
export function findUnreachable({ states, initial }: Lifecycle): {
	readonly unreachable: readonly StateDefinition[];
	readonly deadEnds: readonly StateDefinition[];
} {
	const reached = spread([initial], (value) =>
		(states.find((state) => state.value === value)?.moves ?? []).map(({ to }) => to),
	);
	const ends = states.filter(({ phase }) => phase === "closed" || phase === "canceled");
	const ending = spread(
		ends.map(({ value }) => value),
		(value) => states.filter(({ moves }) => moves.some(({ to }) => to === value)).map((state) => state.value),
	);
	return {
		unreachable: states.filter(({ value }) => !reached.has(value)),
		deadEnds: ends.length === 0 ? [] : states.filter(({ value }) => !ending.has(value)),
	};
}

function spread(from: readonly number[], next: (value: number) => readonly number[]): ReadonlySet<number> {
	const found = new Set(from);
	for (const value of found) for (const other of next(value)) found.add(other);
	return found;
}
