import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Here, PRESENCE, type PresenceTelling } from "../../../shared/api/presence.ts";
import { PresenceBoard } from "./presence-board.ts";

const A = randomUUID();
const B = randomUUID();
const LOOKS: Here = { ticketId: "t1", doing: "looks" };
const TYPES: Here = { ticketId: "t1", doing: "types" };

describe("who is at which ticket", () => {
	let told: PresenceTelling[];
	let board: PresenceBoard;
	beforeEach(() => {
		vi.useFakeTimers();
		told = [];
		board = new PresenceBoard(Date.now, (telling) => told.push(telling));
	});
	afterEach(() => {
		board.dispose();
		vi.useRealTimers();
	});

	it("is told well within a second, once for what comes together, and never again for the same", () => {
		board.put({ personId: "ada", windowId: A, here: LOOKS });
		board.put({ personId: "ada", windowId: A, here: TYPES });
		board.put({ personId: "ben", windowId: B, here: LOOKS });
		vi.advanceTimersByTime(100);
		expect(told).toEqual([
			{
				isAll: false,
				present: [
					{ personId: "ada", windowId: A, here: TYPES },
					{ personId: "ben", windowId: B, here: LOOKS },
				],
			},
		]);
		board.put({ personId: "ada", windowId: A, here: TYPES });
		vi.advanceTimersByTime(100);
		expect(told).toHaveLength(1);
	});

	it("forgets a window that fell silent, keeps one that goes on saying it, and says so", () => {
		board.put({ personId: "ada", windowId: A, here: LOOKS });
		board.put({ personId: "ben", windowId: B, here: LOOKS });
		for (let at = 0; at <= PRESENCE.goneAfterMs; at += PRESENCE.beatMs) {
			vi.advanceTimersByTime(PRESENCE.beatMs);
			board.put({ personId: "ben", windowId: B, here: LOOKS });
		}
		vi.advanceTimersByTime(100);
		expect(board.all().present).toEqual([{ personId: "ben", windowId: B, here: LOOKS }]);
		expect(told.at(-1)).toEqual({
			isAll: false,
			present: [{ personId: "ada", windowId: A, here: null }],
		});
	});

	it("can’t be said of somebody else, nor fill the desk’s memory", () => {
		board.put({ personId: "ada", windowId: A, here: LOOKS });
		board.put({ personId: "ben", windowId: A, here: null });
		for (let window = 0; window < PRESENCE.windowsOfOne + 5; window += 1)
			board.put({ personId: "ben", windowId: randomUUID(), here: LOOKS });
		const { present } = board.all();
		expect(present.filter(({ personId }) => personId === "ada")).toHaveLength(1);
		expect(present.filter(({ personId }) => personId === "ben")).toHaveLength(PRESENCE.windowsOfOne);
	});
});
