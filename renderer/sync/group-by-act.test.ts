import { expect, test } from "vitest";
import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";
import { groupByAct } from "./group-by-act.ts";

const edit = (id: string, batchId?: string) =>
	({ intent: { id, type: "change", ...(batchId ? { batchId } : {}) } }) as PendingIntent;
const [a1, a2, b1, alone] = [edit("1", "a"), edit("2", "a"), edit("3", "b"), edit("4")];

test("several of one act stand together, all others by themselves and in their order", () => {
	const { groups, needing } = groupByAct([alone, a1, b1, a2], new Set());
	expect(groups).toEqual([{ batchId: "a", edits: [a1, a2] }]);
	expect(needing).toEqual([alone, b1]);
});

test("those that are to be shown each are no group", () => {
	const { groups, needing } = groupByAct([a1, a2], new Set(["a"]));
	expect(groups).toEqual([]);
	expect(needing).toEqual([a1, a2]);
});
