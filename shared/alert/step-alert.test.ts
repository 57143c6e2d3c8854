import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Alert, alertSchema } from "../api/alerts.ts";
import { CHECK_STATES, type Check, type CheckState } from "../api/checks.ts";
import { type CheckSignal, type EarlierAlert, hasStepSinceChange, stepAlert } from "./step-alert.ts";

const CHECK: Check = {
	id: "c1",
	name: "Shop",
	target: { type: "tcp", host: "shop.example", port: 443 },
	intervalMs: 30_000,
	timeoutMs: 5_000,
	retries: 2,
	retryIntervalMs: 5_000,
	degradedAboveMs: null,
	ciId: null,
	serviceId: null,
	teamId: null,
	isPaused: false,
	state: "up",
	stateSince: null,
	revision: 1,
};

const signal = (to: CheckState, at: number, more: Partial<CheckSignal> = {}): CheckSignal => ({
	check: CHECK,
	to,
	since: at - 10_000,
	result: null,
	at,
	isCritical: false,
	...more,
});
const id = () => "a1";
const earlier = (alert: Alert | null, isTicketAlive = false): EarlierAlert | null =>
	alert && { alert, isTicketAlive, ticketNumber: isTicketAlive ? "INC0000001" : null };
const fire = (to: CheckState = "down", isCritical = false) => {
	const alert = stepAlert(null, signal(to, 100_000, { isCritical }), id);
	if (!alert) throw new Error("it did not fire");
	return alert;
};

describe("stepAlert", () => {
	it("rates down major, critical behind what is critical, and degraded a warning", () => {
		expect(fire("down").severity).toBe(4);
		expect(fire("down", true).severity).toBe(5);
		expect(fire("degraded").severity).toBe(2);
	});

	it("says nothing of a check that comes up for the first time, or is paused in peace", () => {
		expect(stepAlert(null, signal("up", 0), id)).toBeNull();
		const paused = { check: { ...CHECK, isPaused: true } };
		expect(stepAlert(null, signal("unknown", 0, paused), id)).toBeNull();
	});

	it("keeps one alert and its beginning while the condition gets worse and better", () => {
		const slow = fire("degraded");
		const down = stepAlert(earlier(slow), signal("down", 200_000), id);
		expect(down).toMatchObject({
			id: slow.id,
			severity: 4,
			since: slow.since,
			count: 1,
			condition: "firing",
		});
	});

	it("does not call an alert resolved because nothing is seen any more", () => {
		const lost = stepAlert(earlier(fire()), signal("unknown", 200_000), id);
		expect(lost).toMatchObject({ condition: "unknown", severity: 4, resolvedAt: null });
		const seen = stepAlert(earlier(lost), signal("down", 300_000), id);
		expect(seen).toMatchObject({ condition: "firing", count: 1 });
	});

	it("puts a check that is not seen into the lane of its own, and takes it out when it is up", () => {
		const unknown = stepAlert(null, signal("unknown", 100_000), id);
		expect(unknown).toMatchObject({ condition: "unknown", severity: 1, count: 0 });
		expect(stepAlert(earlier(unknown), signal("up", 200_000), id)).toMatchObject({ condition: "resolved" });
	});

	it("fires again as the same alert while its ticket is alive, as a new one after that", () => {
		const resolved = stepAlert(earlier(fire()), signal("up", 200_000), id);
		const again = stepAlert(earlier(resolved, true), signal("down", 300_000), () => "a2");
		expect(again).toMatchObject({ id: "a1", count: 2, since: 290_000, resolvedAt: null });
		const fresh = stepAlert(earlier(resolved, false), signal("down", 300_000), () => "a2");
		expect(fresh).toMatchObject({ id: "a2", count: 1, ticketId: null });
	});

	it("forgets steps of the stretch before when it asks what was done in this one", () => {
		const told = { ...fire(), trace: [...fire().trace, { at: 1, step: "noted", text: "" }] };
		expect(hasStepSinceChange(told, "noted")).toBe(true);
		const resolved = stepAlert(earlier(told), signal("up", 200_000), id);
		expect(resolved && hasStepSinceChange(resolved, "noted")).toBe(false);
	});

	it("always gives an alert that the API may answer, with a trace that explains and ends", () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.constantFrom(...CHECK_STATES), fc.boolean()), { maxLength: 250 }),
				(moves) => {
					let current: EarlierAlert | null = null;
					for (const [index, [to, isTicketAlive]] of moves.entries()) {
						const alert: Alert | null = stepAlert(current, signal(to, index * 60_000), id);
						if (!alert) continue;
						expect(alertSchema.safeParse(alert).success).toBe(true);
						expect(alert.condition === "resolved").toBe(alert.resolvedAt !== null);
						expect(alert.condition === "firing").toBe(to === "down" || to === "degraded");
						expect(alert.trace.length).toBeLessThanOrEqual(100);
						current = earlier(alert, isTicketAlive);
					}
				},
			),
		);
	});
});
