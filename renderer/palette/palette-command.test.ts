import { expect, test } from "vitest";
import { beginsWith, findCommands } from "./palette-command.ts";

const COMMANDS = ["Export the current queue as CSV", "Queue: Mine", "Queue: All", "Theme: dark"].map(
	(label) => ({
		id: label,
		label,
		run: () => undefined,
	}),
);

function found(query: string): readonly string[] {
	return findCommands(COMMANDS, query).map(({ label }) => label);
}

test("every typed word must be somewhere, in any order", () => {
	expect(found("csv export")).toEqual(["Export the current queue as CSV"]);
	expect(found("csv mine")).toEqual([]);
});

test("what begins with the word comes first, nothing typed finds all in their order", () => {
	expect(found("queue")).toEqual(["Queue: Mine", "Queue: All", "Export the current queue as CSV"]);
	expect(found(" ")).toHaveLength(4);
});

test("what was typed is how a command begins, or it is not", () => {
	const assess = { id: "assess", label: "Assess", run: () => undefined };
	expect(["as", "ASSESS ", "sess", " ", "assess it"].map((query) => beginsWith(assess, query))).toEqual([
		true,
		true,
		false,
		false,
		false,
	]);
	expect(beginsWith(undefined, "as")).toBe(false);
});
