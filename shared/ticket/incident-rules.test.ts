import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange } from "./apply.ts";
import { blankTicket } from "./blank.ts";
import { closesAt, isOpenChild, nextHoldStep } from "./incident-rules.ts";
import { judgeChange } from "./judge.ts";
import { HOLD_REASON } from "./lifecycles/incident.ts";
import { MAJOR_STATE } from "./lifecycles/major-fields.ts";
import type { Ticket, TicketPatch } from "./ticket.ts";

const HOUR = 3_600_000;
const PAUSE = 8 * HOUR;
const OPEN: Ticket = {
	...blankTicket("t1", "incident", "INC0000001"),
	shortDescription: "VPN is down",
	callerId: "c1",
	teamId: "network",
	state: 2,
};

function held(holdReason: number, followUpAt: number): Ticket {
	return { ...OPEN, state: 3, holdReason, followUpAt };
}

/** Lets hours pass and does each step as it comes due; answers what was done. */
function live(ticket: Ticket, hours: readonly number[]) {
	const done: { readonly step: string; readonly at: number }[] = [];
	let [now, shown] = [0, ticket];
	for (const pause of hours) {
		now += pause * HOUR;
		const next = nextHoldStep(shown, (from) => from + PAUSE);
		if (!next || next.at > now) continue;
		done.push({ step: next.step, at: now });
		const set: TicketPatch =
			next.step === "offer-closing"
				? { $callerSilent: 1 }
				: { $remindersSent: Number(shown.$remindersSent ?? 0) + 1, $remindedAt: now };
		shown = applyChange(shown, set, now).ticket;
	}
	return done;
}

describe("reminders of a hold", () => {
	it("are two to a caller and then the offer, a pause apart, and one for any other reason, however time passes", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...Object.values(HOLD_REASON)),
				fc.nat(200),
				fc.array(fc.nat(30), { maxLength: 60 }),
				(reason, followUp, hours) => {
					const all =
						reason === HOLD_REASON.awaitingCaller
							? ["remind-caller", "remind-caller", "offer-closing"]
							: ["remind-assignee"];
					const done = live(held(reason, followUp * HOUR), hours);
					expect(done.map(({ step }) => step)).toEqual(all.slice(0, done.length));
					for (const [index, { at }] of done.entries())
						expect(at - (done[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(index === 0 ? 0 : PAUSE);
					const total = hours.reduce((sum, pause) => sum + pause, 0);
					if (total < followUp) expect(done).toEqual([]);
				},
			),
		);
	});

	it("come to nobody where no calendar says when", () => {
		const ticket = { ...held(HOLD_REASON.awaitingCaller, 0), $remindersSent: 1 };
		expect(nextHoldStep(ticket, () => null)).toBeNull();
	});
});

describe("closing by itself", () => {
	const resolved: Ticket = { ...OPEN, state: 6, updatedAt: 5 * HOUR };

	it("is due so long after the last update, and never for a major incident", () => {
		expect(closesAt(resolved, 24)).toBe(29 * HOUR);
		expect(closesAt(resolved, null)).toBeNull();
		expect(closesAt({ ...resolved, $majorState: MAJOR_STATE.accepted }, 24)).toBeNull();
		expect(closesAt({ ...resolved, $majorState: MAJOR_STATE.rejected }, 24)).toBe(29 * HOUR);
		expect(closesAt(OPEN, 24)).toBeNull();
	});
});

describe("a major incident", () => {
	const state = fc.constantFrom(1, 2, 3, 6, 7, 8);

	it("comes to Resolved and Closed by no rule, whatever it is in", () => {
		fc.assert(
			fc.property(state, fc.constantFrom(6, 7), (from, to) => {
				fc.pre(from !== to);
				const major = { ...OPEN, state: from, $majorState: MAJOR_STATE.accepted, $businessImpact: "All." };
				const set = { state: to, closeCode: "Duplicate", closeNotes: "x", $reviewNotes: "x" };
				expect(judgeChange(major, { set, actor: "system" }).ok).toBe(false);
			}),
		);
	});

	it("is resolved with no parent, nor is what is over already", () => {
		fc.assert(
			fc.property(state, fc.constantFrom(null, 1, 2, 3, 4), (value, $majorState) => {
				const isOpen = value <= 3 && $majorState !== MAJOR_STATE.accepted;
				expect(isOpenChild({ ...OPEN, state: value, $majorState })).toBe(isOpen);
			}),
		);
	});

	it("is accepted only from a proposal, by who may", () => {
		const set = { $majorState: MAJOR_STATE.accepted, $businessImpact: "All." };
		const note = { kind: "workNote", text: "Yes." } as const;
		const by = (roles: readonly ["agent"] | readonly ["major_incident_manager"]) => ({
			set,
			note,
			actor: "person" as const,
			roles,
		});
		const proposed = { ...OPEN, $majorState: MAJOR_STATE.proposed };
		expect(judgeChange(OPEN, by(["major_incident_manager"]))).toMatchObject({
			error: { code: "step_not_allowed" },
		});
		expect(judgeChange(proposed, by(["agent"]))).toMatchObject({ error: { code: "right_required" } });
		expect(judgeChange(proposed, by(["major_incident_manager"])).ok).toBe(true);
	});
});
