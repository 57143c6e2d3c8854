import type { Refusal } from "../result.ts";
import { NUMBER_SERIES } from "./kinds.ts";
import { builtInLifecycle, isKnownKind, knownLifecycle, ticketKinds } from "./known-lifecycles.ts";
import type { Lifecycle, Requirement, StateDefinition } from "./lifecycle.ts";
import { isSameMove, writeAlike } from "./override.ts";

/**
 * Why a definition can't take the place of what is known of its kind, besides what `judgeLifecycle` finds.
 * Codes: `prefix_taken`, `prefix_fixed`, `field_type_fixed`, `built_in`, `asked_of_rules`, `no_such_kind`,
 * `not_unique`.
 */
export function judgeEdit(next: Lifecycle): readonly Refusal[] {
	const before = knownLifecycle(next.kind);
	const builtIn = builtInLifecycle(next.kind);
	return [
		...judgePrefix(next, before),
		...judgeParents(next),
		...(before ? judgeTypes(next, before) : []),
		...(builtIn ? judgeOverride(next, builtIn) : []),
	];
}

/** Numbers are written down and searched for: what they begin with stays. Tickets without one begin with `NEW-`. */
function judgePrefix({ kind, prefix }: Lifecycle, before: Lifecycle | undefined): readonly Refusal[] {
	if (before && before.prefix !== prefix)
		return [
			{ code: "prefix_fixed", message: `Numbers begin with ${before.prefix}, and stay so.`, path: "prefix" },
		];
	const owner = ticketKinds().find((other) => other !== kind && knownLifecycle(other)?.prefix === prefix);
	const isOwn = before !== undefined || (prefix !== "NEW" && !NUMBER_SERIES.includes(prefix));
	if (owner === undefined && isOwn) return [];
	const message = `Numbers of ${owner ?? "other tickets"} begin with ${prefix} already.`;
	return [{ code: "prefix_taken", message, path: "prefix" }];
}

/** A piece is of something that this desk has; of its own kind, where pieces have pieces. */
function judgeParents({ kind, parentKinds = [] }: Lifecycle): readonly Refusal[] {
	return parentKinds.flatMap((parent, index) => {
		const path = `parentKinds.${index}`;
		if (parent !== kind && !isKnownKind(parent))
			return [{ code: "no_such_kind", message: `This desk has no tickets of the kind ${parent}.`, path }];
		if (parentKinds.indexOf(parent) === index) return [];
		return [{ code: "not_unique", message: `${parent} is named already.`, path }];
	});
}

/** Tickets hold values of the fields as they are. */
function judgeTypes(next: Lifecycle, before: Lifecycle): readonly Refusal[] {
	return next.fields.flatMap(({ name, type }, index) => {
		const old = before.fields.find((field) => field.name === name);
		if (!old || old.type === type) return [];
		const message = `${name} is a ${old.type}, and tickets hold such values: name another field.`;
		return [{ code: "field_type_fixed", message, path: `fields.${index}.type` }];
	});
}

/** A built-in kind may get more, and ask people for more; what the product's rules rely on stays. */
function judgeOverride(next: Lifecycle, builtIn: Lifecycle): readonly Refusal[] {
	const stays = (what: string, path: string): Refusal => ({
		code: "built_in",
		message: `${what} stays: the rules of the product rely on it.`,
		path,
	});
	const isInitialKept = next.initial === builtIn.initial;
	return [
		...(isInitialKept ? [] : [stays(`The first state, ${builtIn.initial},`, "initial")]),
		...builtIn.states.flatMap((state) => {
			const index = next.states.findIndex(({ value }) => value === state.value);
			const own = next.states[index];
			if (!own) return [stays(`The state ${state.value}, ${state.name},`, "states")];
			return judgeState(own, state, `states.${index}`, stays);
		}),
		...builtIn.fields
			.filter(({ name }) => !next.fields.some((field) => field.name === name))
			.map(({ name }) => stays(`The field ${name}`, "fields")),
		...(builtIn.parentKinds ?? [])
			.filter((parent) => !next.parentKinds?.includes(parent))
			.map((parent) => stays(`That one may be a piece of a ${parent}`, "parentKinds")),
		...(builtIn.hasTasks && !next.hasTasks ? [stays("That one may have tasks", "hasTasks")] : []),
		...findAdded(next.always, builtIn.always, "always"),
	];
}

function judgeState(
	own: StateDefinition,
	builtIn: StateDefinition,
	path: string,
	stays: (what: string, path: string) => Refusal,
): readonly Refusal[] {
	return [
		...(own.phase === builtIn.phase ? [] : [stays(`That ${own.name} is ${builtIn.phase}`, `${path}.phase`)]),
		...builtIn.moves
			.filter((move) => !own.moves.some((other) => isSameMove(move, other)))
			.map(({ to, label }) => stays(`The move ${label ?? `to ${to}`}`, `${path}.moves`)),
		...findAdded(own.requires, builtIn.requires, `${path}.requires`),
		...own.moves.flatMap((move, index) => {
			const brought = builtIn.moves.find((other) => isSameMove(move, other));
			return brought ? findAdded(move.requires, brought.requires, `${path}.moves.${index}.requires`) : [];
		}),
	];
}

/** Requirements that are more than those that come with the product, and are asked of its rules too. */
function findAdded(
	own: readonly Requirement[] | undefined,
	builtIn: readonly Requirement[] | undefined,
	path: string,
): readonly Refusal[] {
	const brought = new Set((builtIn ?? []).map((requirement) => writeAlike(requirement)));
	return (own ?? []).flatMap((requirement, index) => {
		if (requirement.of === "person" || brought.has(writeAlike(requirement))) return [];
		const message = "Rules of the product make this move too and can’t know that: say “of”: “person”.";
		return [{ code: "asked_of_rules", message, path: `${path}.${index}` }];
	});
}
