import type { TicketPatch } from "../../../../shared/ticket/ticket.ts";
import { DAY_MS, HOUR_MS, LifeClock, type LifeParts } from "./life.ts";
import type { Story } from "./stories/story.ts";

/** Lives a request through: approved or not, worked on, delivered. */
export function liveRequest(parts: LifeParts): void {
	const { draft, random, company, story } = parts;
	const clock = new LifeClock(parts.startsAt, parts.calendar);
	const leadId = random.pick(company.leads).id;
	if (random.chance(0.05)) {
		const closeNotes = "Not approved: the standard equipment covers it.";
		draft.step({
			at: clock.work(random.around(5 * HOUR_MS, 0.8)),
			by: leadId,
			set: { state: 4, closeNotes },
		});
		return;
	}
	const approval = { kind: "workNote", text: "Approved." } as const;
	draft.step({
		at: clock.work(random.around(4 * HOUR_MS, 0.9)),
		by: leadId,
		set: { state: 1 },
		note: approval,
	});
	const agentId = agentOf(parts);
	draft.step({
		at: clock.work(random.around(5 * HOUR_MS, 0.9)),
		by: agentId,
		set: { state: 2, assigneeId: agentId },
		note: { kind: "workNote", text: story.finding },
	});
	const isSkipped = random.chance(0.02);
	draft.step({
		at: clock.work(random.around(12 * HOUR_MS, 0.9)),
		by: agentId,
		set: isSkipped
			? { state: 7, closeNotes: "No longer needed, says the caller." }
			: { state: 3, closeNotes: story.ending },
		note: { kind: "comment", text: isSkipped ? "Closed as you no longer need it." : story.ending },
	});
}

/** Lives a problem through, from assessment to a fix that held. */
export function liveProblem(parts: LifeParts): void {
	const { draft, random, story } = parts;
	const clock = new LifeClock(parts.startsAt, parts.calendar);
	const ownerId = agentOf(parts);
	const move = (workMs: number, set: TicketPatch, text: string): void =>
		draft.step({
			at: clock.work(random.around(workMs, 0.7)),
			by: ownerId,
			set,
			note: { kind: "workNote", text },
		});
	move(10 * HOUR_MS, { state: 102, assigneeId: ownerId }, "Gathering the incidents that belong to it.");
	if (random.chance(0.1)) {
		const closeNotes = "Did not come back; nothing to be found in the records.";
		move(8 * HOUR_MS, { state: 107, closeCode: "canceled", closeNotes }, closeNotes);
		return;
	}
	move(16 * HOUR_MS, { state: 103 }, "Confirmed: it comes back. Workaround: restart the part concerned.");
	move(
		1 * HOUR_MS,
		{ $causeNotes: story.finding, $workaround: "Restart the part concerned.", $isKnownError: 1 },
		"A known error until it is fixed.",
	);
	move(30 * HOUR_MS, { state: 104, $fixNotes: story.ending }, "The cause is known.");
	move(24 * HOUR_MS, { state: 106, closeCode: "fix_applied", closeNotes: story.ending }, "Fix is in place.");
	move(40 * HOUR_MS, { state: 107 }, "Watched: it has not come back.");
}

/** Lives a change through: assessed, authorised, carried out, reviewed. */
export function liveChange(parts: LifeParts): void {
	const { draft, random, company, story } = parts;
	const clock = new LifeClock(parts.startsAt, parts.calendar);
	const ownerId = agentOf(parts);
	const leadId = random.pick(company.leads).id;
	const work = (ms: number): number => clock.work(random.around(ms, 0.6));
	const plannedStartAt = clock.at + Math.round(random.around(4 * DAY_MS, 0.3));
	draft.step({
		at: work(3 * HOUR_MS),
		by: ownerId,
		set: {
			...planOf(story),
			state: -4,
			assigneeId: ownerId,
			$risk: random.weighted([3, 12, 45, 40]) + 1,
			$plannedStartAt: plannedStartAt,
			$plannedEndAt: plannedStartAt + 2 * HOUR_MS,
		},
	});
	// Both boards go on by approvals: the desk itself moves it.
	draft.step({
		at: work(7 * HOUR_MS),
		by: null,
		set: { state: -3 },
		note: { kind: "workNote", text: story.finding },
	});
	if (random.chance(0.07)) {
		const note = { kind: "workNote", text: "Withdrawn: clashes with the stocktaking." } as const;
		draft.step({ at: work(6 * HOUR_MS), by: ownerId, set: { state: 4 }, note });
		return;
	}
	const approval = { kind: "workNote", text: "Authorised by the change board." } as const;
	draft.step({ at: work(8 * HOUR_MS), by: leadId, set: {}, note: approval });
	draft.step({ at: clock.at, by: null, set: { state: -2 } });
	draft.step({ at: clock.pass(random.around(2 * DAY_MS, 0.6)), by: ownerId, set: { state: -1 } });
	draft.step({ at: clock.pass(random.around(HOUR_MS, 0.5)), by: ownerId, set: { state: 0 } });
	const closeCode =
		["successful", "successful_issues", "unsuccessful"][random.weighted([90, 7, 3])] ?? "successful";
	const closeNotes =
		closeCode === "unsuccessful" ? "Backed out as planned; a new date follows." : story.ending;
	draft.step({ at: work(6 * HOUR_MS), by: ownerId, set: { state: 3, closeCode, closeNotes } });
}

/** `Plan: … Back out: … Window: …` as a story tells it. */
function planOf({ text }: Story): TicketPatch {
	const [, plan = text, backOutPlan = "Put back what was there before."] =
		/Plan: (.*?) Back out: (.*?)(?: Window: .*)?$/s.exec(text) ?? [];
	return { $plan: plan, $backOutPlan: backOutPlan };
}

function agentOf({ assigneeId, company, random, story }: LifeParts): string {
	return assigneeId ?? random.pick(company.membersOf(story.teamId));
}
