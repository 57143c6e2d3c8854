import {
	CLOSE_CODES,
	HOLD_REASON,
	INCIDENT_STATE as STATE,
} from "../../../../shared/ticket/lifecycles/incident.ts";
import type { Priority } from "../../../../shared/ticket/priority.ts";
import { FRONT_TEAM_ID } from "./company.ts";
import { DAY_MS, HOUR_MS, LifeClock, type LifeParts, MINUTE_MS } from "./life.ts";

/** Hands-on time until it is solved: half take less, and about one in ten takes longer than promised. */
const WORK_BY_PRIORITY: Readonly<Record<Priority, readonly [medianMs: number, spread: number]>> = {
	1: [28 * MINUTE_MS, 0.6],
	2: [3 * HOUR_MS, 0.75],
	3: [7 * HOUR_MS, 0.95],
	4: [12 * HOUR_MS, 0.95],
	5: [20 * HOUR_MS, 1],
};

const HOLDS: readonly (readonly [weight: number, reason: number, says: string])[] = [
	[6, HOLD_REASON.awaitingCaller, "Could you tell us since when, and whether a colleague has it too?"],
	[2, HOLD_REASON.awaitingVendor, "Called the supplier; reference noted, technician comes tomorrow."],
	[1, HOLD_REASON.awaitingProblem, "Same cause as the open problem: waiting for its fix."],
	[1, HOLD_REASON.awaitingChange, "Will be gone with the change in the next window."],
];

const THANKS = [
	"Works again, thank you!",
	"Thanks, that was quick.",
	"All good now.",
	"Yes, since Monday. My colleague has it too.",
];

/** Lives an incident through: taken, perhaps handed on and held, solved, perhaps reopened, closed by itself. */
export function liveIncident(parts: LifeParts): void {
	const { draft, random, story } = parts;
	const clock = new LifeClock(parts.startsAt, parts.calendar);
	const isUrgent = draft.ticket.priority <= 2;
	const [medianMs, spread] = WORK_BY_PRIORITY[draft.ticket.priority];
	const totalMs = random.around(medianMs, spread);
	const spend = (share: number): number =>
		isUrgent ? clock.pass(totalMs * share) : clock.work(totalMs * share);

	if (random.chance(0.03)) {
		const note = { kind: "workNote", text: "Called in twice: the other call has the details." } as const;
		draft.step({ at: spend(0.2), by: memberOf(parts, FRONT_TEAM_ID), set: { state: STATE.canceled }, note });
		return;
	}
	const agentId = take(parts, spend);
	if (random.chance(0.55)) {
		draft.step({ at: spend(0.3), by: agentId, note: { kind: "workNote", text: story.finding } });
	}
	if (!isUrgent && random.chance(0.22)) hold(parts, clock, agentId);
	resolve(parts, spend(0.4), agentId);
	if (random.chance(0.04)) {
		const by = draft.ticket.callerId;
		const note = { kind: "comment", text: "It is back, exactly as before." } as const;
		draft.step({
			at: clock.work(random.around(3 * HOUR_MS, 0.6)),
			by,
			set: { state: STATE.inProgress },
			note,
		});
		resolve(parts, clock.work(totalMs * 0.5), agentId);
	}
	draft.step({ at: clock.pass(DAY_MS + 5 * MINUTE_MS), by: null, set: { state: STATE.closed } });
}

/** Somebody takes it; where it starts at the front, it may be handed on to those who know more. */
function take(parts: LifeParts, spend: (share: number) => number): string {
	const { draft, random, story, assigneeId } = parts;
	const firstTeamId = draft.ticket.teamId ?? FRONT_TEAM_ID;
	const firstId = assigneeId ?? memberOf(parts, firstTeamId);
	draft.step({ at: spend(0.1), by: firstId, set: { state: STATE.inProgress, assigneeId: firstId } });
	if (firstTeamId === story.teamId) return firstId;
	const note = {
		kind: "workNote",
		text: "Not solved at the desk: handing on with what is known so far.",
	} as const;
	draft.step({ at: spend(0.1), by: firstId, set: { teamId: story.teamId, assigneeId: null }, note });
	const secondId = memberOf(parts, story.teamId);
	draft.step({ at: spend(0.1), by: secondId, set: { assigneeId: secondId } });
	return random.chance(0.95) ? secondId : firstId;
}

function hold(parts: LifeParts, clock: LifeClock, agentId: string): void {
	const { draft, random } = parts;
	const [, reason, says] = HOLDS[random.weighted(HOLDS.map(([weight]) => weight))] ?? [0, 1, ""];
	const isCallers = reason === HOLD_REASON.awaitingCaller;
	const at = clock.work(random.around(HOUR_MS, 0.5));
	draft.step({
		at,
		by: agentId,
		set: { state: STATE.onHold, holdReason: reason, followUpAt: at + 2 * DAY_MS },
		note: { kind: isCallers ? "comment" : "workNote", text: says },
	});
	draft.step({
		at: clock.work(random.around(7 * HOUR_MS, 0.7)),
		by: isCallers ? draft.ticket.callerId : agentId,
		set: { state: STATE.inProgress },
		note: isCallers
			? { kind: "comment", text: THANKS[3] ?? "" }
			: { kind: "workNote", text: "What we waited for is there: going on." },
	});
}

function resolve({ draft, random, story }: LifeParts, at: number, agentId: string): void {
	const closeCode = CLOSE_CODES[random.weighted([2, 6, 1, 3, 0.5])] ?? CLOSE_CODES[1];
	const hasComment = random.chance(0.4);
	draft.step({
		at,
		by: agentId,
		set: { state: STATE.resolved, closeCode, closeNotes: story.ending },
		...(hasComment ? { note: { kind: "comment", text: `Solved: ${story.ending}` } } : {}),
	});
	if (random.chance(0.15)) {
		const text = random.pick(THANKS.slice(0, 3));
		draft.step({ at: at + 20 * MINUTE_MS, by: draft.ticket.callerId, note: { kind: "comment", text } });
	}
}

function memberOf({ company, random }: LifeParts, teamId: string): string {
	return random.pick(company.membersOf(teamId));
}
