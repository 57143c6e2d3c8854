import { expect, it } from "vitest";
import { pickRemaining } from "./pick-remaining.ts";

const row = (id: string, state: number, priority: 1 | 2 | 3, openedAt: number) =>
	({ id, kind: "incident", state, priority, openedAt }) as const;

it("is one that needs work, then of the highest priority, then the oldest", () => {
	const [resolved, urgent, old, young] = [
		row("resolved", 6, 1, 1),
		row("urgent", 2, 2, 9),
		row("old", 1, 3, 2),
		row("young", 1, 3, 3),
	];
	expect(pickRemaining([young, old, urgent, resolved])).toBe("urgent");
	expect(pickRemaining([young, old, resolved])).toBe("old");
	expect(pickRemaining([resolved])).toBe("resolved");
	expect(pickRemaining([])).toBeNull();
});
