import type { EpochMs } from "../ticket/ticket.ts";
import { attachmentsOf } from "./attachments.ts";
import type { Clock, ClockStage } from "./clock.ts";
import type { CompiledDefinitions, CompiledPolicy } from "./compile-definitions.ts";
import type { Measure } from "./policy.ts";
import { clockSpans, projectClock } from "./projection.ts";
import type { ClockSubject } from "./standing.ts";

/**
 * What a list needs of a ticket's clocks. It stays true, whatever the time, until the ticket, the
 * definitions, or which of their versions apply (`changesAt`) become others.
 */
export interface NextDue {
	/** Of the customer's clocks the one that is due first; `null` where there is none. */
	readonly measure: Measure | null;
	readonly stage: ClockStage | null;
	/** `null` while paused, stopped, or without a clock. */
	readonly dueAt: EpochMs | null;
	/** When its target is or will be used up; `null` where it never will. */
	readonly breachedAt: EpochMs | null;
}

const NO_CLOCK: NextDue = { measure: null, stage: null, dueAt: null, breachedAt: null };
const NEVER = Number.POSITIVE_INFINITY;

/** What runs comes before what waits, and that before what is over. */
const RANK: Readonly<Record<ClockStage, number>> = { "in-progress": 0, paused: 1, completed: 2, canceled: 3 };

/** What a ticket is judged by in lists, on walls and in notices: its customer's most urgent clock. */
export function findNextDue({ policies }: CompiledDefinitions, subject: ClockSubject, now: EpochMs): NextDue {
	let next = NO_CLOCK;
	for (const policy of policies) {
		if (policy.party !== "sla") continue;
		const candidate = dueOf(policy, subject, now);
		if (candidate && isMoreUrgent(candidate, next)) next = candidate;
	}
	return next;
}

/** The same choice among clocks that are computed already: what the page of a ticket counts down. */
export function pickNextDue(clocks: readonly Clock[]): Clock | null {
	let next: Clock | null = null;
	for (const clock of clocks) {
		if (clock.party !== "sla" || clock.replacedAt !== null) continue;
		if (!next || isMoreUrgent(toNextDue(clock), toNextDue(next))) next = clock;
	}
	return next;
}

function dueOf(policy: CompiledPolicy, subject: ClockSubject, now: EpochMs): NextDue | null {
	const attachment = attachmentsOf(policy, subject, now).at(-1);
	const spans = attachment ? clockSpans(policy, subject, attachment) : [];
	const until = Math.max(now, subject.track[0]?.[0] ?? now);
	const present = spans.findLast(({ span }) => span.from <= until);
	if (!present) return null;
	// What was over when a policy was switched off stays what it was.
	const lasting = spans.findLast(
		({ span, standing }) => span.from <= until && standing.kind !== "not-promised",
	);
	const isOver = lasting?.standing.kind === "stopped";
	const stage = isOver ? "completed" : STAGES[present.standing.kind];
	const { reachedAt, dueAt } = projectClock(spans);
	return toNextDue({
		measure: policy.measure,
		stage,
		dueAt: stage === "paused" && (reachedAt ?? NEVER) > until ? null : dueAt,
		breachedAt: reachedAt,
	});
}

const STAGES = {
	counted: "in-progress",
	paused: "paused",
	stopped: "completed",
	canceled: "canceled",
	"not-promised": "canceled",
} as const;

function toNextDue({ measure, stage, dueAt, breachedAt }: NextDue): NextDue {
	const isLive = stage === "in-progress" || stage === "paused";
	return { measure, stage, dueAt: isLive ? dueAt : null, breachedAt };
}

function isMoreUrgent(one: NextDue, other: NextDue): boolean {
	if (one.stage === null || other.stage === null) return one.stage !== null;
	const byRank = RANK[one.stage] - RANK[other.stage];
	if (byRank !== 0) return byRank < 0;
	const [due, otherDue] = [one.dueAt ?? NEVER, other.dueAt ?? NEVER];
	if (due !== otherDue) return due < otherDue;
	// What is over is judged by its resolution.
	return one.measure === "resolution" && other.measure === "response";
}
