import { expect, test } from "vitest";
import { isTypedInSince, noteTyping, noteUndoable } from "./typing-since.ts";

test("Undo belongs to a field only for what was typed in it after the last act", () => {
	const [field, other] = [new EventTarget(), new EventTarget()];
	expect(isTypedInSince(field)).toBe(false);
	noteTyping({ target: field });
	expect(isTypedInSince(field)).toBe(true);
	expect(isTypedInSince(other)).toBe(false);
	noteUndoable();
	expect(isTypedInSince(field)).toBe(false);
	noteTyping({ target: field });
	expect(isTypedInSince(field)).toBe(true);
});
