import type { Priority } from "../ticket/priority.ts";
import type { EpochMs } from "../ticket/ticket.ts";
import { type Attachment, attachmentsOf } from "./attachments.ts";
import type { CompiledDefinitions, CompiledPolicy } from "./compile-definitions.ts";
import type { Measure, Party, PolicyVersion } from "./policy.ts";
import { clockSpans, projectClock, type StandingSpan } from "./projection.ts";
import type { ClockRule, ClockSubject } from "./standing.ts";
import { type Stretch, stretchesOf } from "./stretches.ts";

export type ClockStage = "in-progress" | "paused" | "completed" | "canceled";

/** One clock of a ticket at one moment: computed from the track, never stored. Times are business time. */
export interface Clock {
	readonly policyId: string;
	/** The version that applies, or applied when it stopped. */
	readonly policyVersion: number;
	readonly name: string;
	readonly party: Party;
	/** Who promises it, of a UC; else `null`. */
	readonly supplier: string | null;
	readonly measure: Measure;
	readonly priority: Priority;
	readonly stage: ClockStage;
	readonly targetMs: number;
	/** `null` counts around the clock. */
	readonly calendarId: string | null;
	/** Where it counts from: the opening, unless it was promised later or began anew. */
	readonly startedAt: EpochMs;
	/** When it was attached; later than it started where the priority changed. */
	readonly attachedAt: EpochMs;
	/** When it breaches if nothing changes; `null` while paused or where the calendar never opens. */
	readonly dueAt: EpochMs | null;
	/** When it was completed or cancelled. */
	readonly stoppedAt: EpochMs | null;
	/** When another clock of the same policy took its place. */
	readonly replacedAt: EpochMs | null;
	/** Counted until `now`, or until it stopped. */
	readonly elapsedMs: number;
	readonly pausedMs: number;
	/** Of the target; may pass 100. */
	readonly percent: number;
	/** When the target was used up, or will be: stays `null` for a clock that stopped in time. */
	readonly breachedAt: EpochMs | null;
	readonly isBreached: boolean;
	/** Every stretch, counted, paused or stopped, with the rule that made it so. */
	readonly stretches: readonly Stretch[];
}

/**
 * All clocks of a ticket: a pure function of its track, the definitions and now. For each policy the
 * present clock, then those that it replaced, the latest first.
 */
export function computeClocks(
	{ policies }: CompiledDefinitions,
	subject: ClockSubject,
	now: EpochMs,
): readonly Clock[] {
	const present: Clock[] = [];
	const replaced: Clock[] = [];
	for (const policy of policies) {
		for (const attachment of attachmentsOf(policy, subject, now)) {
			const clock = computeClock(policy, { subject, attachment }, now);
			if (clock) (attachment.end ? replaced : present).push(clock);
		}
	}
	return [...present, ...replaced.reverse()];
}

/** The present clock of each policy alone, in their order. */
export function computePresentClocks(
	{ policies }: CompiledDefinitions,
	subject: ClockSubject,
	now: EpochMs,
): readonly Clock[] {
	return policies.flatMap((policy) => {
		const attachment = attachmentsOf(policy, subject, now).at(-1);
		return (attachment && computeClock(policy, { subject, attachment }, now)) ?? [];
	});
}

interface OneClock {
	readonly subject: ClockSubject;
	readonly attachment: Attachment;
}

function computeClock(policy: CompiledPolicy, { subject, attachment }: OneClock, now: EpochMs): Clock | null {
	const { priority, attachedAt, end } = attachment;
	const spans = clockSpans(policy, subject, attachment);
	const startedAt = spans[0]?.span.from;
	const [opening] = subject.track;
	if (startedAt === undefined || !opening || startedAt > Math.max(now, opening[0])) return null;
	const until = Math.max(startedAt, end?.at ?? now);
	const held = hold(spans, until);
	if (!held) return null;
	const { version, standing } = held;
	const { reachedAt, dueAt } = projectClock(spans);
	const isBreached = reachedAt !== null && reachedAt <= until;
	const isReplaced = end?.by === "priority" && isLiveStage(held.stage);
	const stage = isReplaced ? "canceled" : held.stage;
	const rule: ClockRule | null = isReplaced ? { code: "priority-changed", priority: end.priority } : null;
	const stretches = stretchesOf(spans, { until, isOver: end !== null, rule });
	const sum = (kind: Stretch["kind"]): number =>
		stretches.reduce((total, stretch) => total + (stretch.kind === kind ? stretch.businessMs : 0), 0);
	const elapsedMs = sum("counted");
	return {
		policyId: policy.id,
		policyVersion: version.version,
		name: version.name,
		party: policy.party,
		supplier: version.supplier ?? null,
		measure: policy.measure,
		priority,
		stage,
		targetMs: standing.target.durationMs,
		calendarId: standing.target.calendarId,
		startedAt,
		attachedAt: Math.max(startedAt, attachedAt),
		dueAt: stage === "paused" && !isBreached ? null : dueAt,
		stoppedAt: isReplaced ? end.at : held.stoppedAt,
		replacedAt: end?.at ?? null,
		elapsedMs,
		pausedMs: sum("paused"),
		percent: (elapsedMs / standing.target.durationMs) * 100,
		breachedAt: reachedAt,
		isBreached,
		stretches,
	};
}

interface Held {
	readonly stage: ClockStage;
	readonly stoppedAt: EpochMs | null;
	readonly version: PolicyVersion;
	readonly standing: Extract<StandingSpan["standing"], { readonly target: unknown }>;
}

/** How a clock stands at a moment; what it stood for when it stopped does not change any more. */
function hold(spans: readonly StandingSpan[], until: EpochMs): Held | null {
	let held: Held | null = null;
	for (const { span, standing } of spans) {
		if (span.from > until) break;
		held = holdNext(held, { span, standing });
	}
	return held;
}

function holdNext(held: Held | null, { span, standing }: StandingSpan): Held | null {
	const { version } = span.phase;
	if (standing.kind === "not-promised" || standing.kind === "canceled" || !version) {
		return held && isLiveStage(held.stage) ? { ...held, stage: "canceled", stoppedAt: span.from } : held;
	}
	if (standing.kind !== "stopped") {
		const stage = standing.kind === "paused" ? "paused" : "in-progress";
		return { stage, stoppedAt: null, version, standing };
	}
	if (held?.stage === "completed") return held;
	// It is judged by what it ran by, also where an edit applies from the very moment of its end.
	return { version, standing, ...held, stage: "completed", stoppedAt: span.from };
}

function isLiveStage(stage: ClockStage): boolean {
	return stage === "in-progress" || stage === "paused";
}
