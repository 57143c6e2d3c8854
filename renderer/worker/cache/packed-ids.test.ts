import { array, assert, boolean, constantFrom, nat, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { makeUuid } from "../fixture.ts";
import { PackedIds } from "./packed-ids.ts";

const IDS = [...Array.from({ length: 40 }, (_, counter) => makeUuid(counter)), "t1", "INC7", "ABCDEF"];

interface Step {
	readonly slot: number;
	readonly id: string;
	readonly isAdded: boolean;
}

/** Does the same to both: adds an id that is not there, removes one that is. */
function take(ids: PackedIds, expected: Map<string, number>, { slot, id, isAdded }: Step): void {
	const known = expected.get(id);
	if (isAdded && known === undefined) {
		ids.set(slot, id);
		expected.set(id, slot);
	} else if (!isAdded && known !== undefined) {
		ids.remove(known);
		expected.delete(id);
	}
}

describe("packed ids", () => {
	it("answer as a map of strings would, while ids come and go", () => {
		const step = record({ id: constantFrom(...IDS), isAdded: boolean() });
		assert(
			property(array(step, { maxLength: 200 }), (steps) => {
				const ids = new PackedIds();
				ids.reserve(steps.length);
				const expected = new Map<string, number>();
				for (const [slot, { id, isAdded }] of steps.entries()) take(ids, expected, { slot, id, isAdded });
				for (const id of IDS) expect(ids.slotOf(id)).toBe(expected.get(id));
				for (const [id, slot] of expected) expect(ids.idOf(slot)).toBe(id);
			}),
		);
	});

	it("come back from their words, with gaps where there is none", () => {
		assert(
			property(array(nat(1_000_000), { maxLength: 50 }), (counters) => {
				const distinct = [...new Set(counters)].map((counter) => makeUuid(counter + 1));
				const ids = new PackedIds();
				ids.reserve(distinct.length + 1);
				for (const [slot, id] of distinct.entries()) ids.set(slot + 1, id);
				const again = new PackedIds();
				again.reserve(distinct.length + 1);
				again.setWords(0, ids.wordsOf([0, ...distinct.map((_, index) => index + 1)]));
				expect(again.idOf(0)).toBe("");
				for (const [index, id] of distinct.entries()) expect(again.slotOf(id)).toBe(index + 1);
			}),
		);
	});

	it("do not take an id of another form for a UUID", () => {
		const ids = new PackedIds();
		ids.reserve(2);
		ids.set(0, makeUuid(10).toUpperCase().replace("0190A", "0190B"));
		expect(ids.slotOf(makeUuid(10).replace("0190a", "0190b"))).toBe(undefined);
		expect(ids.idOf(0)).toBe("0190B000-0000-7000-8000-000000000010");
	});
});
