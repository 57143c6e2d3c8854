import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROLES, type Role } from "../../permission/permission.ts";
import { applyChange } from "../apply.ts";
import { saidBy } from "../conditions.ts";
import { judgeChange, possibleMoves } from "../judge.ts";
import { isFilled } from "../judge-values.ts";
import { BUILT_IN_LIFECYCLES } from "../known-lifecycles.ts";
import { type FieldDefinition, type Lifecycle, lifecycleOf, type MoveActor } from "../lifecycle.ts";
import { openTicket } from "../open.ts";
import type { Note, Ticket, TicketPatch } from "../ticket.ts";
import { TABLES, type Table } from "./tables.fixture.ts";

const NOW = 1_800_000_000_000;
const RUNS = { numRuns: 300 };
const named = TABLES.map((table) => [table.type ?? table.kind, table] as const);

function open({ kind, type }: Table): Ticket {
	const set = { shortDescription: "It", callerId: "c1", parentId: "t0", assigneeId: "p1" };
	return openTicket({
		id: "t1",
		number: "T1",
		kind,
		set: type === undefined ? set : { ...set, $type: type },
		openedById: "p1",
		at: NOW,
	}).ticket;
}

/** One thing that somebody, or a rule, tries. */
interface Attempt {
	readonly target: number;
	readonly set: TicketPatch;
	readonly note?: Note | undefined;
	readonly actor: MoveActor;
	readonly roles: readonly Role[];
}

/** What may be said of a field, and what may not; a type is left as it is, since it is another table. */
function valuesOf({ type, choices = [] }: FieldDefinition): fc.Arbitrary<string | number | null> {
	const empty = fc.constantFrom(null, "");
	if (type === "choice") return fc.oneof(fc.constantFrom(...choices.map(({ value }) => value)), empty);
	if (type === "flag") return fc.constantFrom<(number | null)[]>(0, 1, 2, null);
	if (type === "number" || type === "moment") return fc.oneof(fc.integer({ min: -5, max: NOW }), empty);
	return fc.oneof(fc.constantFrom("p1", "some text", "  "), empty);
}

function attempts(lifecycle: Lifecycle): fc.Arbitrary<Attempt> {
	const values = lifecycle.states.map(({ value }) => value);
	const codes = (lifecycle.closeCodes ?? []).map(({ value }) => String(value));
	const holds = (lifecycle.holdReasons ?? []).map(({ value }) => Number(value));
	const declared = Object.fromEntries(
		lifecycle.fields.filter(({ name }) => name !== "$type").map((field) => [field.name, valuesOf(field)]),
	);
	const own = {
		assigneeId: fc.constantFrom("p1", "p2", null),
		teamId: fc.constantFrom("t1", null),
		ciId: fc.constantFrom("c1", null),
		closeCode: fc.constantFrom(...codes, "none such", null),
		closeNotes: fc.constantFrom("Done.", "", null),
		holdReason: fc.constantFrom(...holds, 99, null),
		followUpAt: fc.constantFrom(NOW + 1, null),
	};
	return fc.record({
		target: fc.oneof(
			{ weight: 9, arbitrary: fc.constantFrom(...values) },
			{ weight: 1, arbitrary: fc.integer({ min: -100, max: 1_000 }) },
		),
		set: fc.record({ ...own, ...declared }, { requiredKeys: [] }) as fc.Arbitrary<TicketPatch>,
		note: fc.option(
			fc.record({ kind: fc.constantFrom("comment", "workNote"), text: fc.constantFrom("Text", " ") }),
			{ nil: undefined },
		) as fc.Arbitrary<Note | undefined>,
		actor: fc.constantFrom<MoveActor[]>("person", "system"),
		roles: fc.subarray([...ROLES]),
	});
}

/** An attempt at one of the moves from here, with all that it may ask for: so that walks get far. */
function helped(ticket: Ticket, seed: number): Attempt {
	const lifecycle = lifecycleOf(ticket.kind);
	const moves = (["person", "system"] as const).flatMap((actor) =>
		possibleMoves(ticket, actor).map((move) => ({ actor, move })),
	);
	const { actor, move } = moves[seed % Math.max(1, moves.length)] ?? { actor: "person", move: null };
	const target = move?.to ?? ticket.state;
	return {
		target,
		set: { ...filled(lifecycle, seed), ...ofState(lifecycle, target, seed), ...saidBy(move?.given) },
		note: { kind: seed % 2 === 0 ? "comment" : "workNote", text: "Text" },
		actor,
		roles: ROLES,
	};
}

/** The ticket after an attempt: the same where it was refused. */
function tryOn(ticket: Ticket, attempt: Attempt): Ticket {
	const set = { ...attempt.set, state: attempt.target };
	return judgeChange(ticket, { ...attempt, set }).ok ? applyChange(ticket, set, NOW).ticket : ticket;
}

function filled({ closeCodes = [], fields, states }: Lifecycle, seed: number): TicketPatch {
	// What belongs to one state, or goes by steps of its own, would be refused everywhere else.
	const ofOneState: readonly string[] = states.flatMap(({ clearsOnLeave }) => clearsOnLeave);
	const asked = fields.filter(
		({ name, isByRule, steps }) =>
			name !== "$type" &&
			!name.startsWith("$priority") &&
			isByRule !== true &&
			steps === undefined &&
			!ofOneState.includes(name),
	);
	return {
		assigneeId: "p1",
		teamId: "t1",
		ciId: "c1",
		closeNotes: "Done.",
		closeCode: String(pick(closeCodes, seed)?.value ?? "Any"),
		...Object.fromEntries(asked.map((field) => [field.name, fillingOf(field, seed)])),
	};
}

function fillingOf({ type, choices = [] }: FieldDefinition, seed: number): string | number | null {
	if (type === "choice") return pick(choices, seed)?.value ?? null;
	if (type === "flag") return 1;
	return type === "number" || type === "moment" ? NOW : "p1";
}

/** What belongs to one state only is said on the way there, and nowhere else. */
function ofState({ states, holdReasons = [] }: Lifecycle, target: number, seed: number): TicketPatch {
	const isHold = states.find(({ value }) => value === target)?.phase === "hold";
	const reason = pick(holdReasons, seed)?.value;
	if (!isHold || reason === undefined) return {};
	return { holdReason: Number(reason), followUpAt: NOW + 1 };
}

function pick<Value>(values: readonly Value[], seed: number): Value | undefined {
	return values[seed % Math.max(1, values.length)];
}

describe.each(named)("the table of %s", (_, table) => {
	const lifecycle = lifecycleOf(table.kind);

	it("has the states of the lifecycle, their values, names and moves", () => {
		const ofType = (state: number): readonly number[] => {
			const ticket = { ...open(table), state };
			const moves = (["person", "system"] as const).flatMap((actor) => possibleMoves(ticket, actor));
			return [...new Set(moves.map(({ to }) => to))];
		};
		for (const [value, name, to] of table.rows) {
			expect(lifecycle.states.find((state) => state.value === value)?.name).toBe(name);
			expect(new Set(ofType(value)), name).toEqual(new Set(to));
		}
		// Other types of a kind have states that this one never reaches.
		if (table.type === undefined) expect(lifecycle.states).toHaveLength(table.rows.length);
		expect(table.rows[0]?.[0]).toBe(lifecycle.initial);
	});

	it("is never left by any sequence of moves, allowed or tried", () => {
		const rows = new Map(table.rows.map(([value, , to]) => [value, to]));
		const reached = new Set<number>();
		const step = fc.oneof(attempts(lifecycle), fc.nat({ max: 20 }));
		fc.assert(
			fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
				let ticket = open(table);
				for (const one of steps) {
					const next = tryOn(ticket, typeof one === "number" ? helped(ticket, one) : one);
					if (next.state !== ticket.state) expect(rows.get(ticket.state)).toContain(next.state);
					expect([...rows.keys()]).toContain(next.state);
					reached.add(next.state);
					ticket = rows.get(next.state)?.length === 0 ? open(table) : next;
				}
			}),
			RUNS,
		);
		// A walk that gets nowhere would prove nothing.
		expect(reached.size).toBeGreaterThanOrEqual(table.rows.length - 1);
	});

	it("refuses by naming a field, or a right", () => {
		const known = new Set([...lifecycle.fields.map(({ name }) => String(name)), "state", "note"]);
		fc.assert(
			fc.property(attempts(lifecycle), fc.nat({ max: 20 }), (attempt, at) => {
				const state = table.rows[at % table.rows.length]?.[0] ?? lifecycle.initial;
				const ticket = { ...open(table), state };
				const set = { ...attempt.set, state: attempt.target };
				const judged = judgeChange(ticket, { ...attempt, set });
				if (judged.ok) return;
				const { code, path = "", message } = judged.error;
				expect(code === "right_required" || known.has(path) || path in ticket, `${code} ${path}`).toBe(true);
				expect(message).toMatch(/^\S.*\.$/);
				// Where a move says what a field must hold, one that holds something else is named too.
				const isMissing = code === "field_required" && !message.includes(" here: ");
				if (isMissing) expect(isFilled({ ...ticket, ...set }[path as "state"])).toBe(false);
			}),
			RUNS,
		);
	});
});

it("there is a table for every kind that the product brings", () => {
	expect(new Set(TABLES.map(({ kind }) => kind))).toEqual(
		new Set(BUILT_IN_LIFECYCLES.map(({ kind }) => kind)),
	);
});
