import type { EpochMs } from "../ticket/ticket.ts";
import { type CalendarVersion, type CompiledCalendar, compileCalendar } from "./calendar.ts";
import { timelineOf } from "./versions.ts";

const NEVER = Number.POSITIVE_INFINITY;

interface Stretch {
	readonly from: EpochMs;
	readonly to: EpochMs;
	readonly calendar: CompiledCalendar;
}

/**
 * A calendar with all its versions as one: each counts the time in which it applies, so that an edit
 * moves nothing that lies before its date. What is older than the first version is the first one's.
 */
export function compileCalendarVersions(versions: readonly CalendarVersion[]): CompiledCalendar {
	const timeline = timelineOf(versions);
	const stretches = timeline.map(
		({ from, version }, index): Stretch => ({
			from: index === 0 ? Number.NEGATIVE_INFINITY : from,
			to: timeline[index + 1]?.from ?? NEVER,
			calendar: compileCalendar(version),
		}),
	);
	const [only] = stretches;
	return stretches.length === 1 && only ? only.calendar : joinStretches(stretches);
}

function joinStretches(stretches: readonly Stretch[]): CompiledCalendar {
	function openMs(from: EpochMs, to: EpochMs): number {
		return stretches.reduce((total, stretch) => {
			const start = Math.max(from, stretch.from);
			const end = Math.min(to, stretch.to);
			return end > start ? total + stretch.calendar.openMs(start, end) : total;
		}, 0);
	}

	function addOpenMs(from: EpochMs, durationMs: number, asOf = NEVER): EpochMs | null {
		let leftMs = durationMs;
		for (const { calendar, ...stretch } of stretches) {
			const start = Math.max(from, stretch.from);
			// The last that is known goes on for ever.
			const end = stretch.to >= asOf ? NEVER : stretch.to;
			if (end <= start) continue;
			const reached = calendar.addOpenMs(start, leftMs);
			if (end === NEVER || (reached !== null && reached <= end)) return reached;
			leftMs -= calendar.openMs(start, end);
		}
		return null;
	}

	return { openMs, addOpenMs };
}
