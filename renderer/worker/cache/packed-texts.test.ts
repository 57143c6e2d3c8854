import { array, assert, nat, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { PackedTexts } from "./packed-texts.ts";

const SLOTS = 12;
const writes = array(tuple(nat(SLOTS - 1), string({ unit: "grapheme", maxLength: 40 })), { maxLength: 60 });

describe("packed texts", () => {
	it("say of each slot what was written last, whatever was written before", () => {
		assert(
			property(writes, (steps) => {
				const texts = new PackedTexts();
				texts.reserve(SLOTS);
				const expected = new Map<number, string>();
				for (const [slot, text] of steps) {
					texts.set(slot, text);
					expected.set(slot, text);
				}
				for (let slot = 0; slot < SLOTS; slot += 1) expect(texts.get(slot)).toBe(expected.get(slot) ?? "");
			}),
		);
	});

	it("come back as they were after they were picked and taken in again", () => {
		assert(
			property(array(string({ unit: "grapheme" }), { maxLength: 20 }), (written) => {
				const texts = new PackedTexts();
				texts.reserve(written.length);
				for (const [slot, text] of written.entries()) texts.set(slot, text);
				const { bytes, lengths } = texts.pick([...written.keys()]);
				const again = new PackedTexts();
				again.reserve(written.length + 1);
				again.setMany(1, bytes, lengths);
				expect(written.map((_, index) => again.get(index + 1))).toEqual(written);
			}),
		);
	});

	it("sweep out what changed texts leave behind", () => {
		const texts = new PackedTexts();
		texts.reserve(2);
		texts.set(0, "stays");
		for (let round = 0; round < 2_000; round += 1) texts.set(1, `${round} `.repeat(30));
		expect(texts.buffer.length).toBeLessThan(400_000);
		expect([texts.get(0), texts.get(1)]).toEqual(["stays", "1999 ".repeat(30)]);
	});
});
