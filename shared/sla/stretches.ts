import type { EpochMs } from "../ticket/ticket.ts";
import type { StandingSpan } from "./projection.ts";
import type { ClockRule } from "./standing.ts";

/** One stretch of a clock and the rule that made it so: the answer to "why?". */
export interface Stretch {
	readonly from: EpochMs;
	/** `null` while it lasts. */
	readonly to: EpochMs | null;
	readonly kind: "counted" | "paused" | "stopped";
	readonly rule: ClockRule;
	/** The version of the policy that says so; `null` where it is stopped. */
	readonly policyVersion: number | null;
	/** When this time was counted anew by that version; `null` where it was not, or is stopped. */
	readonly recalculatedAt: EpochMs | null;
	/** Open time of the clock's calendar in this stretch until now; 0 where it is stopped. */
	readonly businessMs: number;
}

const NOT_COUNTED = { policyVersion: null, recalculatedAt: null, businessMs: 0 } as const;

interface Until {
	readonly until: EpochMs;
	/** Another clock has followed: nothing of this one lasts. */
	readonly isOver: boolean;
	/** Why it was replaced, where it was. */
	readonly rule: ClockRule | null;
}

/** A clock in stretches, in order, without gaps; neighbours that say the same are one. */
export function stretchesOf(
	spans: readonly StandingSpan[],
	{ until, isOver, rule }: Until,
): readonly Stretch[] {
	const stretches: Stretch[] = [];
	for (const item of spans) {
		if (item.span.from > until || (item.span.to <= item.span.from && spans.length > 1)) continue;
		const next = toStretch(item, until, isOver);
		const last = stretches.at(-1);
		if (last && isSame(last, next))
			stretches[stretches.length - 1] = {
				...last,
				to: next.to,
				businessMs: last.businessMs + next.businessMs,
			};
		else stretches.push(next);
	}
	if (rule) stretches.push({ ...NOT_COUNTED, from: until, to: null, kind: "stopped", rule });
	return stretches;
}

function toStretch({ span, standing }: StandingSpan, until: EpochMs, isOver: boolean): Stretch {
	const end = Math.min(span.to, until);
	const isCounting = standing.kind === "counted" || standing.kind === "paused";
	return {
		from: span.from,
		to: span.to <= until || isOver ? end : null,
		kind: isCounting ? standing.kind : "stopped",
		rule: standing.rule,
		policyVersion: isCounting ? (span.phase.version?.version ?? null) : null,
		recalculatedAt: isCounting ? (span.phase.recalculation?.at ?? null) : null,
		businessMs: isCounting && end > span.from ? standing.target.calendar.openMs(span.from, end) : 0,
	};
}

/** What is stopped stays what it was, whatever becomes of it or of the policy. */
function isSame(one: Stretch, other: Stretch): boolean {
	if (one.kind === "stopped" && other.kind === "stopped") return true;
	const isSameVersion =
		one.policyVersion === other.policyVersion && one.recalculatedAt === other.recalculatedAt;
	return one.kind === other.kind && isSameVersion && isSameRule(one.rule, other.rule);
}

function isSameRule(one: ClockRule, other: ClockRule): boolean {
	if (one === other) return true;
	if (one.code !== other.code) return false;
	const values: Readonly<Record<string, unknown>> = other;
	return Object.entries(one).every(([name, value]) => values[name] === value);
}
