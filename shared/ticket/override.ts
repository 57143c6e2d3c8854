import type { Lifecycle, Move, StateDefinition } from "./lifecycle.ts";

/**
 * What a desk made of a built-in kind, with all that this version of the product brings besides: its rules
 * rely on those states, moves and fields.
 */
export function completedBy(own: Lifecycle, builtIn: Lifecycle): Lifecycle {
	const states = own.states.map((state) => {
		const brought = builtIn.states.find(({ value }) => value === state.value);
		return brought ? withMoves(state, brought) : state;
	});
	const parentKinds = [...new Set([...(own.parentKinds ?? []), ...(builtIn.parentKinds ?? [])])];
	return {
		...own,
		...(parentKinds.length > 0 ? { parentKinds } : {}),
		...(builtIn.hasTasks ? { hasTasks: true } : {}),
		initial: builtIn.initial,
		states: [...states, ...builtIn.states.filter(({ value }) => !states.some((one) => one.value === value))],
		fields: [
			...own.fields,
			...builtIn.fields.filter(({ name }) => !own.fields.some((field) => field.name === name)),
		],
	};
}

function withMoves(own: StateDefinition, builtIn: StateDefinition): StateDefinition {
	const missing = builtIn.moves.filter((move) => !own.moves.some((other) => isSameMove(move, other)));
	return missing.length === 0 ? own : { ...own, moves: [...own.moves, ...missing] };
}

/** Whether two moves are one, whatever each asks for. */
export function isSameMove(one: Move, other: Move): boolean {
	return moveName(one) === moveName(other);
}

function moveName({ to, by, given, when }: Move): string {
	return writeAlike([to, by ?? null, given ?? [], when ?? []]);
}

/** The same text for the same data, in whatever order its fields were written. */
export function writeAlike(data: unknown): string {
	return JSON.stringify(data, (_, value: unknown) =>
		typeof value === "object" && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
			: value,
	);
}
