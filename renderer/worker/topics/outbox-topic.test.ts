import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeUuid, SESSION } from "../fixture.ts";
import { makeDesk, type OpenWindow, pass, untilQuiet, Workstation } from "../workstation.ts";
import { outboxPayload } from "./outbox-topic.ts";

let station: Workstation;
let window: OpenWindow;

beforeEach(async () => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
	station = new Workstation(makeDesk(3));
	window = await station.open();
	await untilQuiet([window]);
});
afterEach(async () => {
	await window.engine.dispose();
	vi.useRealTimers();
});

const edit = (counter: number, set: { readonly impact?: 1; readonly urgency?: 1 } = { impact: 1 }) =>
	window.calls.edit({ ticketId: makeUuid(counter), set });
const waits = () => outboxPayload(window.model).map(({ state, reason }) => [state, reason?.code]);

describe("what an edit waits for", () => {
	it("is the desk while that is away, and a sign-in while there is none", async () => {
		station.desk.goDown();
		await pass(3_000);
		await edit(1);
		expect(waits()).toEqual([["waiting", undefined]]);
		station.desk.session = { ...SESSION, person: null };
		station.desk.isDown = false;
		window.calls.reconnect();
		await pass(3_000);
		expect(waits()).toEqual([["waiting", "sign_in_needed"]]);
	});

	it("is why the desk did not take it; and to try again tries at once, not when the pause is over", async () => {
		station.desk.intentsFailure = { kind: "busy", message: "The desk is busy.", retryAfterMs: 25_000 };
		await edit(1);
		await pass(1_000);
		expect(waits()).toEqual([["waiting", "desk_busy"]]);
		station.desk.intentsFailure = null;
		await pass(1_000);
		expect(station.desk.appliedCounts.size).toBe(0);
		const [waiting] = outboxPayload(window.model);
		await window.calls.retryIntent(waiting?.intent.id ?? "");
		await pass(100);
		expect(station.desk.appliedCounts.size).toBe(1);
	});

	it("is the edit before it, where that needs its person; other tickets wait for nothing", async () => {
		station.desk.goDown();
		await pass(3_000);
		await edit(1);
		await edit(1, { urgency: 1 });
		await edit(2);
		station.desk.change(makeUuid(1), { impact: 2 }, 1_800_000_000_500);
		station.desk.isDown = false;
		window.calls.reconnect();
		await pass(5_000);
		expect(waits()).toEqual([
			["needs-you", undefined],
			["waiting", "behind_earlier"],
		]);
	});
});
