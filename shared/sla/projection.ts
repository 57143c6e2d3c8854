import type { EpochMs } from "../ticket/ticket.ts";
import type { Attachment } from "./attachments.ts";
import type { CompiledPolicy } from "./compile-definitions.ts";
import { type ClockSubject, isOtherTeam, type Span, type Standing, spansOf, standingOf } from "./standing.ts";

/** A span of one clock and how it stands there. */
export interface StandingSpan {
	readonly span: Span;
	readonly standing: Standing;
}

/** The spans of one clock from where it starts; empty where nothing was ever promised. */
export function clockSpans(
	policy: CompiledPolicy,
	{ kind, track }: ClockSubject,
	{ priority, fromIndex, end }: Pick<Attachment, "priority" | "fromIndex" | "end">,
): readonly StandingSpan[] {
	const isWhole = fromIndex === 0 && end === null;
	const spans = spansOf(policy, isWhole ? track : track.slice(fromIndex, end?.index));
	const standings = spans.map((span) => ({
		span: end && span.to === Number.POSITIVE_INFINITY ? { ...span, to: end.at } : span,
		standing: standingOf(policy, span, { kind, priority }),
	}));
	const openedAt = standings[0]?.span.from;
	const start = standings.findIndex(
		({ span, standing }) =>
			isStart(span, standing) && (standing.kind !== "stopped" || span.from === openedAt),
	);
	return start < 0 ? [] : standings.slice(start);
}

function isStart({ phase, move }: Span, { kind }: Standing): boolean {
	return kind !== "not-promised" && kind !== "canceled" && !isOtherTeam(phase, move[4]);
}

/** When a share of the target is used up: known ahead as long as nothing happens to the ticket. */
export interface Projection {
	/** When it was or will be; `null` where a pause or an end comes first, or the calendar never opens. */
	readonly reachedAt: EpochMs | null;
	/** Where it would be, were the last counted stretch to go on. */
	readonly dueAt: EpochMs | null;
}

/** Goes through a clock's whole time, edits of the definitions that are still to come included. */
export function projectClock(spans: readonly StandingSpan[], share = 1): Projection {
	let elapsedMs = 0;
	let dueAt: EpochMs | null = null;
	for (const { span, standing } of spans) {
		if (standing.kind !== "counted" || span.to <= span.from) continue;
		const { durationMs, calendar } = standing.target;
		const leftMs = durationMs * share - elapsedMs;
		// A shorter target may be used up the moment it applies.
		dueAt = leftMs <= 0 ? span.from : calendar.addOpenMs(span.from, leftMs, span.to);
		if (dueAt !== null && dueAt <= span.to) return { reachedAt: dueAt, dueAt };
		if (span.to !== Number.POSITIVE_INFINITY) elapsedMs += calendar.openMs(span.from, span.to);
	}
	return { reachedAt: null, dueAt };
}
