import { describe, expect, it } from "vitest";
import { type FollowUpSubject, followUpOf } from "./follow-up.ts";
import { HOLD_REASON, INCIDENT_STATE } from "./lifecycles/incident.ts";
import { MAJOR_STATE } from "./lifecycles/major-fields.ts";

const AT = 1_800_000_000_000;

function incident(fields: Partial<FollowUpSubject> = {}): FollowUpSubject {
	return {
		kind: "incident",
		state: INCIDENT_STATE.onHold,
		holdReason: HOLD_REASON.awaitingVendor,
		followUpAt: AT,
		resolvedAt: null,
		...fields,
	};
}

describe("a hold", () => {
	it("is looked at when its follow-up time comes, also after the assignee was reminded", () => {
		expect(followUpOf(incident())).toEqual({ what: "follow-up", at: AT });
		expect(followUpOf(incident({ $remindersSent: 1, $remindedAt: AT + 5 }))?.at).toBe(AT);
	});

	it("is nobody's to look at while the desk reminds the caller, until closing is offered", () => {
		const holdReason = HOLD_REASON.awaitingCaller;
		expect(followUpOf(incident({ holdReason }))).toEqual({ what: "follow-up", at: AT });
		const reminded = { holdReason, $remindersSent: 2, $remindedAt: AT + 5 };
		expect(followUpOf(incident(reminded))).toBeNull();
		expect(followUpOf(incident({ ...reminded, $callerSilent: 1 }))).toEqual({ what: "closing", at: AT + 5 });
	});

	it("that is over, or has no time, says nothing", () => {
		expect(followUpOf(incident({ state: INCIDENT_STATE.inProgress }))).toBeNull();
		expect(followUpOf(incident({ followUpAt: null }))).toBeNull();
	});
});

describe("a major incident", () => {
	const major = {
		state: INCIDENT_STATE.inProgress,
		followUpAt: null,
		$majorState: MAJOR_STATE.accepted,
		$nextUpdateAt: AT,
	};

	it("is looked at when its next update is due, unless it is resolved or only proposed", () => {
		expect(followUpOf(incident(major))).toEqual({ what: "update", at: AT });
		expect(followUpOf(incident({ ...major, $majorState: MAJOR_STATE.proposed }))).toBeNull();
		expect(followUpOf(incident({ ...major, state: INCIDENT_STATE.resolved, resolvedAt: AT }))).toBeNull();
	});

	it("on hold is looked at for what comes first", () => {
		const held = { ...major, state: INCIDENT_STATE.onHold, followUpAt: AT };
		expect(followUpOf(incident({ ...held, $nextUpdateAt: AT - 1 }))?.what).toBe("update");
		expect(followUpOf(incident({ ...held, $nextUpdateAt: AT + 1 }))?.what).toBe("follow-up");
	});
});
