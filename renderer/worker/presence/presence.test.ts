import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Presence } from "../../../shared/api/presence.ts";
import { ok } from "../../../shared/result.ts";
import { systemClock } from "../clock.ts";
import { PresenceReporter } from "./presence-reporter.ts";
import { takePresence } from "./presences.ts";

const LOOKS = { ticketId: "t1", doing: "looks" } as const;
const NEXT = { ticketId: "t2", doing: "looks" } as const;

describe("where this window is", () => {
	let posted: unknown[];
	let isConnected: boolean;
	let reporter: PresenceReporter;
	beforeEach(() => {
		vi.useFakeTimers();
		posted = [];
		isConnected = true;
		reporter = new PresenceReporter({
			http: {
				post: async (_path, { body }) => {
					posted.push((body as { here: unknown }).here);
					return ok(null);
				},
			},
			clock: systemClock,
			windowId: randomUUID(),
			isConnected: () => isConnected,
		});
	});
	afterEach(() => {
		reporter.dispose();
		vi.useRealTimers();
	});

	it("is said within half a second, not for what was passed by key, and when it is left", async () => {
		reporter.set(LOOKS);
		reporter.set(NEXT);
		await vi.advanceTimersByTimeAsync(500);
		expect(posted).toEqual([NEXT]);
		reporter.set(null);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(posted).toEqual([NEXT, null]);
	});

	it("is said again while it lasts, also once the desk is back", async () => {
		isConnected = false;
		reporter.set(LOOKS);
		await vi.advanceTimersByTimeAsync(20_000);
		expect(posted).toEqual([]);
		isConnected = true;
		await vi.advanceTimersByTimeAsync(11_000);
		expect(posted).toEqual([LOOKS, LOOKS]);
	});
});

describe("what the desk tells", () => {
	it("changes what is known of each window, or all of it", () => {
		const known = new Map<string, Presence>();
		const [one, other] = [randomUUID(), randomUUID()];
		const at = (windowId: string, here: Presence["here"]) => ({ personId: "ada", windowId, here });
		takePresence(known, { isAll: false, present: [at(one, LOOKS), at(other, NEXT)] });
		takePresence(known, { isAll: false, present: [at(one, null)] });
		expect([...known.values()]).toEqual([at(other, NEXT)]);
		takePresence(known, { isAll: true, present: [at(one, LOOKS)] });
		expect([...known.values()]).toEqual([at(one, LOOKS)]);
	});
});
