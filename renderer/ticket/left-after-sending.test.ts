import { expect, it } from "vitest";
import { leftAfterSending } from "./left-after-sending.ts";

it("leaves only what was typed since", () => {
	expect(leftAfterSending("Is its lamp on?", "Is its lamp on?")).toBe("");
	expect(leftAfterSending("Is its lamp on?", "Is its lamp on?\nOr warm?")).toBe("Or warm?");
	expect(leftAfterSending("", "Written beside a file")).toBe("Written beside a file");
});

it("leaves all of a text that was changed in between, rather than lose a part", () => {
	expect(leftAfterSending("Is its lamp on?", "Is the lamp on?")).toBe("Is the lamp on?");
});
