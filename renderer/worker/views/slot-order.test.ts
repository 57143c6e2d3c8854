import { array, assert, boolean, integer, nat, property } from "fast-check";
import { expect, it } from "vitest";
import { seededRandom } from "../fixture.ts";
import { compareTexts, type OrderKeys, SlotOrder } from "./slot-order.ts";

function expectedOrder(texts: readonly string[], isDescending: boolean): readonly number[] {
	return texts
		.map((_, slot) => slot)
		.sort(
			(one, other) =>
				compareTexts(texts[one] ?? "", texts[other] ?? "") * (isDescending ? -1 : 1) || one - other,
		);
}

/** Two letters are the key, two more each stretch of the text. */
function keysOf(texts: readonly string[], isDescending: boolean): OrderKeys {
	const textKeyOf = (slot: number, depth: number) => {
		const stretch = (texts[slot] ?? "").slice(depth * 2, depth * 2 + 2);
		return stretch.padEnd(2, "\0").charCodeAt(0) * 256 + stretch.padEnd(2, "\0").charCodeAt(1);
	};
	return {
		isDescending,
		keyOf: (slot) => textKeyOf(slot, 0),
		compareTexts: (one, other) => compareTexts(texts[one] ?? "", texts[other] ?? ""),
		textKeyOf,
		tieOf: (slot) => slot,
	};
}

it("is the same sorted ahead and sorted when asked for, whatever changes on the way", () => {
	const changes = array(integer({ min: 0, max: 19 }), { maxLength: 4 });
	assert(
		property(
			array(integer({ min: 0, max: 5 }), { minLength: 20, maxLength: 20 }),
			changes,
			nat(3),
			boolean(),
			(values, changed, steps, isDescending) => {
				const texts = values.map((value) => "abcdef".charAt(value));
				const order = new SlotOrder(() => true, keysOf(texts, isDescending));
				const ahead = order.prepare(texts.length);
				for (let step = 0; step < steps; step += 1) ahead.next();
				for (const slot of changed) texts[slot] = "z";
				if (changed.length > 0) order.note(changed);
				for (const _ of ahead);
				expect([...order.slots(texts.length)]).toEqual(expectedOrder(texts, isDescending));
			},
		),
		{ numRuns: 300 },
	);
});

it("sorts many texts that begin alike in many steps", () => {
	const random = seededRandom(3);
	const letter = () => "abc".charAt(Math.floor(random() * 3));
	const texts = Array.from({ length: 60_000 }, () => `same${letter()}${letter()}${letter()}`);
	const order = new SlotOrder(() => true, keysOf(texts, true));
	let steps = 0;
	for (const _ of order.prepare(texts.length)) steps += 1;
	expect(steps).toBeGreaterThan(2);
	expect([...order.slots(texts.length)]).toEqual(expectedOrder(texts, true));
});
