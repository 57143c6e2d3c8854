import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeDraft, otherKey } from "./merge-draft.ts";
import type { DraftRecord } from "./outbox-store.ts";

const KEY = "ticket:1:comment";

/** Windows that write into one field, each knowing only what it saved or loaded itself. */
class Field {
	readonly records = new Map<string, DraftRecord>();
	readonly #known = new Map<string, string | null>();

	save(windowId: string, text: string): void {
		const known = this.#known.get(windowId) ?? null;
		const draft = { personId: "p1", key: KEY, text, savedAt: 1, windowId, known };
		const { put, remove } = mergeDraft(this.records.get(KEY), draft);
		for (const key of remove) this.records.delete(key);
		for (const record of put) this.records.set(record.key, record);
		this.#known.set(windowId, text === "" ? null : text);
	}

	texts(): readonly string[] {
		return [...this.records.values()].map(({ text }) => text);
	}
}

test("one window's typing is one text", () => {
	const field = new Field();
	for (const text of ["H", "He", "Hello"]) field.save("one", text);
	expect([...field.records]).toEqual([[KEY, expect.objectContaining({ text: "Hello" })]]);
	field.save("one", "");
	expect(field.records.size).toBe(0);
});

test("what another window wrote is kept beside, and goes when that window sends it", () => {
	const field = new Field();
	field.save("one", "from one");
	field.save("two", "from two");
	expect(field.records.get(KEY)?.text).toBe("from two");
	expect(field.records.get(otherKey(KEY, "one"))?.text).toBe("from one");
	field.save("one", "from one, longer");
	expect(field.texts().toSorted()).toEqual(["from one, longer", "from two"]);
	field.save("two", "from two, longer");
	field.save("one", "");
	expect(field.texts()).toEqual(["from two, longer"]);
});

test("the last text of every window is there, in whatever order they type", () => {
	const step = fc.record({ window: fc.constantFrom("a", "b", "c"), text: fc.string({ minLength: 1 }) });
	fc.assert(
		fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
			const field = new Field();
			const last = new Map<string, string>();
			for (const { window, text } of steps) {
				field.save(window, text);
				last.set(window, text);
			}
			const kept = field.texts();
			for (const text of last.values()) expect(kept).toContain(text);
			expect(kept.length).toBeLessThanOrEqual(3);
		}),
	);
});
