import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange } from "../apply.ts";
import { judgeChange, possibleMoves } from "../judge.ts";
import { openTicket } from "../open.ts";
import type { Ticket, TicketPatch } from "../ticket.ts";
import { CHANGE_LIFECYCLE, CHANGE_STATE, CHANGE_TYPE } from "./change.ts";

/** The table of the field: which states each type has. */
const TABLE: Readonly<Record<string, readonly number[]>> = {
	[CHANGE_TYPE.normal]: [-5, -4, -3, -2, -1, 0, 3, 4],
	[CHANGE_TYPE.standard]: [-5, -2, -1, 0, 3, 4],
	[CHANGE_TYPE.emergency]: [-5, -3, -2, -1, 0, 3, 4],
};
const types = Object.values(CHANGE_TYPE);
/** Everything that any state or move asks for. */
const FILLED: TicketPatch = {
	shortDescription: "Patch db-01",
	teamId: "platform",
	assigneeId: "pat",
	ciId: "db",
	closeCode: "successful",
	closeNotes: "Done.",
	$plan: "Stop, patch, start.",
	$backOutPlan: "Restore the snapshot.",
	$plannedStartAt: 1_000,
	$plannedEndAt: 2_000,
	$risk: 3,
	$template: "restart",
};

function openChange(set: TicketPatch): Ticket {
	return openTicket({
		id: "00000000-0000-7000-8000-000000000000",
		kind: "change",
		number: "CHG0000001",
		set: { ...FILLED, ...set },
		openedById: "ada",
		at: 1_000,
	}).opened;
}

const steps = fc.array(
	fc.record({
		actor: fc.constantFrom("person" as const, "system" as const),
		set: fc.oneof(
			fc.constantFrom(...Object.values(CHANGE_STATE)).map((state): TicketPatch => ({ state })),
			fc.constantFrom(...types).map(($type): TicketPatch => ({ $type })),
			fc.constantFrom(0, 1).map(($isAfterTheFact): TicketPatch => ({ $isAfterTheFact })),
			fc.constantFrom(0, 1).map(($isAuthorizedAfterwards): TicketPatch => ({ $isAuthorizedAfterwards })),
			fc.constantFrom(0, 1).map(($isOnHold): TicketPatch => ({ $isOnHold, $holdText: "Wait." })),
		),
	}),
	{ maxLength: 40 },
);

type Taken = typeof steps extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

/** The change after an edit, where that is allowed. */
function after(change: Ticket, { actor, set }: Taken): Ticket {
	// Rules leave the type alone but where a change leaves its template, which is New then.
	if (actor === "system" && set.$type !== undefined) return change;
	const note = { kind: "workNote" as const, text: "So it is." };
	return judgeChange(change, { set, note, actor }).ok ? applyChange(change, set, 2_000).ticket : change;
}

describe("the lifecycle of changes", () => {
	it("reaches no state that the table lacks for the type, by no sequence of allowed edits", () => {
		fc.assert(
			fc.property(fc.constantFrom(...types), steps, ($type, taken) => {
				let change = openChange({ $type });
				for (const one of taken) {
					change = after(change, one);
					expect(TABLE[String(change.$type)]).toContain(change.state);
				}
			}),
			{ numRuns: 2_000 },
		);
	});

	it("is canceled from every state of the table that says so, and from no other", () => {
		const cancelable = CHANGE_LIFECYCLE.states
			.filter(({ value }) => possibleMoves({ ...openChange({}), state: value }).some(({ to }) => to === 4))
			.map(({ value }) => value);
		expect(cancelable).toEqual([-5, -4, -3, -2, -1]);
	});

	it("offers one way on from each state, by type", () => {
		const onFrom = (state: number, set: TicketPatch) =>
			possibleMoves({ ...openChange(set), state })
				.map(({ to }) => to)
				.filter((to) => to !== CHANGE_STATE.canceled && to !== CHANGE_STATE.new);
		const afterwards = { $type: CHANGE_TYPE.emergency, $isAfterTheFact: 1 };
		expect(onFrom(-5, { $type: CHANGE_TYPE.normal })).toEqual([-4]);
		expect(onFrom(-5, { $type: CHANGE_TYPE.standard })).toEqual([-2]);
		expect(onFrom(-5, { $type: CHANGE_TYPE.emergency })).toEqual([-3]);
		expect(onFrom(-5, afterwards)).toEqual([-1]);
		expect(onFrom(-4, {})).toEqual([]);
		expect(onFrom(-3, {})).toEqual([]);
		expect(onFrom(-2, {})).toEqual([-1]);
		expect(onFrom(-1, {})).toEqual([0]);
		for (const $type of types) expect(onFrom(0, { $type })).toEqual([3]);
		expect(onFrom(0, afterwards)).toEqual([]);
		expect(onFrom(0, { ...afterwards, $isAuthorizedAfterwards: 1 })).toEqual([3]);
	});

	it("takes what recording it after the fact asks for with the move itself, and nothing of it afterwards", () => {
		const said: TicketPatch = { ciId: "db", $plan: "It was patched." };
		const acted = { $type: CHANGE_TYPE.emergency, $isAfterTheFact: 1 };
		const change = openChange({ ...acted, ciId: null, $plan: null });
		const by = { actor: "person" } as const;
		expect(judgeChange(change, { ...by, set: { ...said, state: CHANGE_STATE.implement } }).ok).toBe(true);
		const locked = { ok: false, error: { code: "field_locked" } };
		const alsoTemplate = { ...said, $template: "other", state: CHANGE_STATE.implement };
		expect(judgeChange(change, { ...by, set: alsoTemplate })).toMatchObject(locked);
		const implementing = { ...change, ...said, state: CHANGE_STATE.implement };
		expect(judgeChange(implementing, { ...by, set: { ciId: "other" } })).toMatchObject(locked);
		const scheduled = { ...openChange({}), state: CHANGE_STATE.scheduled };
		const onTheWay = { ...by, set: { ciId: "other", state: CHANGE_STATE.implement } };
		expect(judgeChange(scheduled, onTheWay)).toMatchObject(locked);
	});

	it("never ends a window before it begins", () => {
		const change = openChange({});
		const judged = judgeChange(change, { set: { $plannedStartAt: 2_000 }, actor: "person" });
		expect(judged).toMatchObject({
			ok: false,
			error: { code: "value_not_allowed", path: "$plannedStartAt" },
		});
		expect(
			judgeChange(change, { set: { $plannedStartAt: 3_000, $plannedEndAt: 4_000 }, actor: "person" }).ok,
		).toBe(true);
	});
});
