import type { Refusal } from "../result.ts";
import { isOwnField } from "./field-labels.ts";
import { fitsField } from "./judge-values.ts";
import type { Choice, Condition, Lifecycle, Requirement, StateDefinition } from "./lifecycle.ts";
import { findUnreachable } from "./reachable.ts";
import { isDeclared, type TicketFieldName } from "./ticket.ts";

/**
 * Everything that makes no sense in a lifecycle, with the path of each, as `states.2.moves.0.to`.
 * Codes: `no_such_state`, `no_such_field`, `unreachable_state`, `dead_end`, `not_unique`, `bad_phase`,
 * `bad_requirement`, `bad_condition`, `bad_choice`, `ambiguous_moves`.
 */
export function judgeLifecycle(lifecycle: Lifecycle): readonly Refusal[] {
	return [
		...judgeStates(lifecycle),
		...judgeWays(lifecycle),
		...judgeFields(lifecycle),
		...lifecycle.states.flatMap((state, index) => judgeState(lifecycle, state, `states.${index}`)),
		...judgeRequirements(lifecycle, lifecycle.always, "always"),
		...judgeChoices(lifecycle.closeCodes, "closeCodes"),
		...judgeChoices(lifecycle.holdReasons, "holdReasons"),
	];
}

function judgeStates({ states, initial, label }: Lifecycle): readonly Refusal[] {
	const first = states.find(({ value }) => value === initial);
	if (!first) return [refusal("no_such_state", "initial", `${initial} is not one of its states.`)];
	return [
		...findRepeated(states.map(({ value }) => value)).map((index) =>
			refusal("not_unique", `states.${index}.value`, "There is a state with this value already."),
		),
		...findRepeated(states.map(({ name }) => name)).map((index) =>
			refusal("not_unique", `states.${index}.name`, "There is a state of this name already."),
		),
		...(first.phase === "open"
			? []
			: [refusal("bad_phase", "initial", `A new ${label} must be open, and ${first.name} is not.`)]),
		...(states.some(({ phase }) => phase === "closed" || phase === "canceled")
			? []
			: [refusal("bad_phase", "states", "No state is closed or canceled, so nothing would ever end.")]),
	];
}

/** Every state can be reached, and from every open one an end. */
function judgeWays(lifecycle: Lifecycle): readonly Refusal[] {
	const { states } = lifecycle;
	const placeOf = ({ value }: StateDefinition) => `states.${states.findIndex((one) => one.value === value)}`;
	const { unreachable, deadEnds } = findUnreachable(lifecycle);
	return [
		...unreachable.map((state) =>
			refusal("unreachable_state", placeOf(state), `No move leads to ${state.name}.`),
		),
		...deadEnds.map((state) =>
			refusal("dead_end", `${placeOf(state)}.moves`, `From ${state.name} nothing leads to an end.`),
		),
	];
}

function judgeState(lifecycle: Lifecycle, state: StateDefinition, path: string): readonly Refusal[] {
	const { moves } = state;
	const named = [
		...state.clearsOnLeave.map((field, index) => ({ field, path: `${path}.clearsOnLeave.${index}` })),
		...(state.locks ?? []).map((field, index) => ({ field, path: `${path}.locks.${index}` })),
	];
	const ways = moves.map(({ to, given, when, by }) =>
		JSON.stringify([to, given ?? [], when ?? [], by ?? ""]),
	);
	return [
		...named.filter(({ field }) => !isField(lifecycle, field)).map(noSuchField),
		...judgeRequirements(lifecycle, state.requires, `${path}.requires`),
		...findRepeated(ways).map((index) =>
			refusal("ambiguous_moves", `${path}.moves.${index}`, "Another move is the same but for its label."),
		),
		...moves.flatMap((move, index) => {
			const place = `${path}.moves.${index}`;
			return [
				...judgeTarget(lifecycle, state, { to: move.to, path: `${place}.to` }),
				...judgeConditions(lifecycle, move.when, `${place}.when`),
				...judgeConditions(lifecycle, move.given, `${place}.given`),
				...judgeRequirements(lifecycle, move.requires, `${place}.requires`),
			];
		}),
	];
}

function judgeTarget(
	{ states, label }: Lifecycle,
	from: StateDefinition,
	{ to, path }: { readonly to: number; readonly path: string },
): readonly Refusal[] {
	if (to === from.value) return [refusal("no_such_state", path, "A move leads to another state.")];
	if (states.some(({ value }) => value === to)) return [];
	return [refusal("no_such_state", path, `A ${label.toLowerCase()} has no state ${to}.`)];
}

function judgeRequirements(
	lifecycle: Lifecycle,
	requirements: readonly Requirement[] | undefined,
	path: string,
): readonly Refusal[] {
	return (requirements ?? []).flatMap(({ anyOf, note, when }, index) => {
		const place = `${path}.${index}`;
		const isEmpty = note === undefined && (anyOf ?? []).length === 0;
		return [
			...(isEmpty ? [refusal("bad_requirement", place, "It asks for nothing: name a field or a note.")] : []),
			...(note && anyOf
				? [refusal("bad_requirement", place, "A field and a note are two requirements.")]
				: []),
			...(anyOf ?? [])
				.map((field, at) => ({ field, path: `${place}.anyOf.${at}` }))
				.filter(({ field }) => !isField(lifecycle, field))
				.map(noSuchField),
			...judgeConditions(lifecycle, when, `${place}.when`),
		];
	});
}

function judgeConditions(
	lifecycle: Lifecycle,
	conditions: readonly Condition[] | undefined,
	path: string,
): readonly Refusal[] {
	return (conditions ?? []).flatMap((condition, index) => {
		const place = `${path}.${index}`;
		if (!isField(lifecycle, condition.field))
			return [noSuchField({ field: condition.field, path: `${place}.field` })];
		return condition.isOneOf.flatMap((value, at) =>
			value === null || canBe(lifecycle, condition.field, value)
				? []
				: [refusal("bad_condition", `${place}.isOneOf.${at}`, `${condition.field} is never ${value}.`)],
		);
	});
}

function judgeFields({ fields }: Lifecycle): readonly Refusal[] {
	return [
		...findRepeated(fields.map(({ name }) => name)).map((index) =>
			refusal("not_unique", `fields.${index}.name`, "There is a field of this name already."),
		),
		...fields.flatMap((field, index) => {
			const { type, choices, initial } = field;
			const path = `fields.${index}`;
			const isChoice = type === "choice";
			return [
				...(isChoice === (choices !== undefined)
					? []
					: [
							refusal(
								"bad_choice",
								`${path}.choices`,
								isChoice ? "Choose among what?" : "It offers no choice.",
							),
						]),
				...judgeChoices(choices, `${path}.choices`),
				...(initial === undefined || fitsField(field, initial)
					? []
					: [refusal("bad_choice", `${path}.initial`, "That is not what the field can be.")]),
			];
		}),
	];
}

function judgeChoices(choices: readonly Choice[] | undefined, path: string): readonly Refusal[] {
	return findRepeated((choices ?? []).map(({ value }) => value)).map((index) =>
		refusal("not_unique", `${path}.${index}.value`, "There is a choice with this value already."),
	);
}

function isField({ fields }: Lifecycle, name: TicketFieldName): boolean {
	return isDeclared(name) ? fields.some((field) => field.name === name) : isOwnField(name);
}

function canBe(lifecycle: Lifecycle, name: TicketFieldName, value: string | number): boolean {
	if (name === "closeCode") return isAmong(lifecycle.closeCodes, value);
	if (name === "holdReason") return isAmong(lifecycle.holdReasons, value);
	if (name === "state") return lifecycle.states.some((state) => state.value === value);
	const field = lifecycle.fields.find((one) => one.name === name);
	return field === undefined || fitsField(field, value);
}

function isAmong(choices: readonly Choice[] | undefined, value: string | number): boolean {
	return choices === undefined || choices.some((choice) => choice.value === value);
}

/** Places of values that were there before. */
function findRepeated(values: readonly (string | number)[]): readonly number[] {
	return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

function noSuchField({ field, path }: { readonly field: string; readonly path: string }): Refusal {
	const isOfKind = field.startsWith("$");
	return refusal(
		"no_such_field",
		path,
		isOfKind ? `${field} is not among its fields.` : `No ticket has a field ${field}.`,
	);
}

function refusal(code: string, path: string, message: string): Refusal {
	return { code, message, path };
}
