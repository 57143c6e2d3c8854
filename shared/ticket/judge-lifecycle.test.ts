import { describe, expect, it } from "vitest";
import { readLifecycle } from "../api/lifecycles.ts";
import { judgeEdit } from "./judge-edit.ts";
import { judgeLifecycle } from "./judge-lifecycle.ts";
import { BUILT_IN_LIFECYCLES } from "./known-lifecycles.ts";
import type { Lifecycle, StateDefinition } from "./lifecycle.ts";
import { completedBy } from "./override.ts";

const state = (value: number, over: Partial<StateDefinition> = {}): StateDefinition => ({
	value,
	name: `State ${value}`,
	phase: "open",
	moves: [],
	requires: [],
	clearsOnLeave: [],
	...over,
});
const SOUND: Lifecycle = {
	kind: "visit",
	prefix: "VIS",
	label: "Visit",
	plural: "Visits",
	initial: 1,
	states: [state(1, { moves: [{ to: 2 }] }), state(2, { phase: "closed" })],
	fields: [{ name: "$badge", label: "Badge", type: "number" }],
};
const codes = (lifecycle: Lifecycle) => judgeLifecycle(lifecycle).map(({ code, path }) => `${code} ${path}`);
const withStates = (...states: readonly StateDefinition[]): Lifecycle => ({ ...SOUND, states });

describe("what the product brings", () => {
	it.each(BUILT_IN_LIFECYCLES.map((lifecycle) => [lifecycle.kind, lifecycle] as const))(
		"makes sense, and is the same after a journey as JSON: %s",
		(_, lifecycle) => {
			const travelled = readLifecycle(JSON.parse(JSON.stringify(lifecycle)));
			expect(travelled).toEqual({ ok: true, definition: lifecycle });
			expect(judgeEdit(lifecycle)).toEqual([]);
		},
	);
});

describe("a lifecycle", () => {
	it("that makes sense is not refused", () => {
		expect(codes(SOUND)).toEqual([]);
	});

	it.each<readonly [string, Lifecycle, string]>([
		["no first state", { ...SOUND, initial: 7 }, "no_such_state initial"],
		[
			"a move to nowhere",
			withStates(state(1, { moves: [{ to: 2 }, { to: 9 }] }), state(2, { phase: "closed" })),
			"no_such_state states.0.moves.1.to",
		],
		[
			"a state that nothing leads to",
			withStates(...SOUND.states, state(3, { moves: [{ to: 2 }] })),
			"unreachable_state states.2",
		],
		[
			"a state that nothing leads out of",
			withStates(state(1, { moves: [{ to: 2 }, { to: 3 }] }), state(2, { phase: "closed" }), state(3)),
			"dead_end states.2.moves",
		],
		[
			"two states of one value",
			withStates(...SOUND.states, state(2, { phase: "closed", name: "Other" })),
			"not_unique states.2.value",
		],
		["nothing that ends", withStates(state(1)), "bad_phase states"],
		["a first state that is over", { ...SOUND, initial: 2 }, "bad_phase initial"],
		[
			"a field that nobody has",
			withStates(
				state(1, { moves: [{ to: 2 }], requires: [{ anyOf: ["$key"] }] }),
				state(2, { phase: "closed" }),
			),
			"no_such_field states.0.requires.0.anyOf.0",
		],
		["a requirement of nothing", { ...SOUND, always: [{}] }, "bad_requirement always.0"],
		[
			"a condition that never holds",
			{ ...SOUND, always: [{ note: "comment", when: [{ field: "$badge", isOneOf: ["red"] }] }] },
			"bad_condition always.0.when.0.isOneOf.0",
		],
		[
			"a choice among nothing",
			{ ...SOUND, fields: [{ name: "$badge", label: "Badge", type: "choice" }] },
			"bad_choice fields.0.choices",
		],
		[
			"two moves that are one",
			withStates(
				state(1, {
					moves: [
						{ to: 2, label: "Leave" },
						{ to: 2, label: "Go" },
					],
				}),
				state(2, { phase: "closed" }),
			),
			"ambiguous_moves states.0.moves.1",
		],
	])("is refused for %s, with its place", (_, lifecycle, refusal) => {
		expect(codes(lifecycle)).toContain(refusal);
	});

	it("that is no lifecycle at all is told every place at once", () => {
		const read = readLifecycle({ ...SOUND, prefix: "v1", states: [{ ...state(1), phase: "odd" }] });
		expect(read.ok || read.refusals.map(({ path }) => path)).toEqual(["prefix", "states.0.phase"]);
	});
});

describe("what a desk makes of a built-in kind", () => {
	const [incident] = BUILT_IN_LIFECYCLES;
	if (!incident) throw new Error("there are incidents");

	it("keeps what rules rely on", () => {
		const edits: readonly (readonly [Partial<Lifecycle>, string])[] = [
			[{ states: incident.states.filter(({ value }) => value !== 3) }, "built_in states"],
			[{ fields: incident.fields.slice(1) }, "built_in fields"],
			[{ initial: 2 }, "built_in initial"],
			[{ prefix: "TIC" }, "prefix_fixed prefix"],
			[{ always: [...(incident.always ?? []), { anyOf: ["ciId"] }] }, "asked_of_rules always.2"],
			[
				{ states: incident.states.map((one) => ({ ...one, moves: one.moves.slice(1) })) },
				"built_in states.0.moves",
			],
		];
		for (const [edit, refusal] of edits)
			expect(judgeEdit({ ...incident, ...edit }).map(({ code, path }) => `${code} ${path}`)).toContain(
				refusal,
			);
	});

	it("may ask people for more", () => {
		const always = [...(incident.always ?? []), { anyOf: ["ciId"] as const, of: "person" as const }];
		expect(judgeEdit({ ...incident, always })).toEqual([]);
	});

	it("gets what a later version of the product brings besides", () => {
		const [first, ...others] = incident.states;
		if (!first) throw new Error("there is a first state");
		const old = {
			...incident,
			states: [{ ...first, name: "Fresh", moves: first.moves.slice(1) }, ...others.slice(1)],
			fields: [],
		};
		const whole = completedBy(old, incident);
		expect(judgeEdit(whole)).toEqual([]);
		expect(whole.states[0]?.name).toBe("Fresh");
	});
});
