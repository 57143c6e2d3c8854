import { ok, type Refusal, type Result, refuse } from "../result.ts";
import type { Calendar } from "./calendar.ts";
import { minutesOf } from "./compile-definitions.ts";
import type { ClockPolicy, ClockTarget, Measure, Party } from "./policy.ts";

/** Calendars by id, each as it applies. */
export type CalendarsById = ReadonlyMap<string, Calendar>;

/**
 * Judges what a policy says, in the page as on the desk. Codes: `no_kinds`, `no_targets`, `bad_target`,
 * `no_such_calendar`, `due_out_of_order`, `bad_threshold`, `response_never_pauses`.
 */
export function judgePolicy(measure: Measure, policy: ClockPolicy, calendars: CalendarsById): Result<null> {
	if (policy.kinds.length === 0) return refuse("no_kinds", "Name the kinds of tickets it is for.", "kinds");
	if (policy.targets.length === 0)
		return refuse("no_targets", "Promise something to at least one priority.", "targets");
	if (measure === "response" && policy.pausedBy.length > 0)
		return refuse("response_never_pauses", "A response clock never pauses.", "pausedBy");
	const misfit =
		judgeEachTarget(policy.targets, calendars) ??
		judgeOrder(policy.targets, calendars) ??
		judgeThresholds(policy);
	return misfit ? { ok: false, error: misfit } : ok(null);
}

/** Whether a policy says who promises it: asked where one is saved. Code: `bad_supplier`. */
export function judgeSupplier(party: Party, { supplier }: ClockPolicy): Result<null> {
	if (party === "uc" && supplier === undefined)
		return refuse("bad_supplier", "Name the supplier who promises it.", "supplier");
	if (party !== "uc" && supplier !== undefined)
		return refuse("bad_supplier", "Only a UC is promised by a supplier.", "supplier");
	return ok(null);
}

function judgeEachTarget(targets: readonly ClockTarget[], calendars: CalendarsById): Refusal | null {
	const seen = new Set<number>();
	for (const { priority, amount, calendarId } of targets) {
		const path = `targets.${priority}`;
		if (seen.has(priority))
			return { code: "bad_target", message: `Priority ${priority} has two targets.`, path };
		seen.add(priority);
		if (!Number.isInteger(amount) || amount < 1)
			return { code: "bad_target", message: `Priority ${priority}: give a whole number from 1 on.`, path };
		if (calendarId !== null && !calendars.has(calendarId))
			return { code: "no_such_calendar", message: `Priority ${priority}: there is no such calendar.`, path };
	}
	return null;
}

/**
 * Whether a lower priority can never be due before a higher one, whenever both were opened: it has at
 * least as much time, in hours that the higher one counts too.
 */
function judgeOrder(targets: readonly ClockTarget[], calendars: CalendarsById): Refusal | null {
	const ordered = [...targets].sort((one, other) => one.priority - other.priority);
	for (const [index, lower] of ordered.entries()) {
		const higher = ordered[index - 1];
		if (!higher) continue;
		const path = `targets.${lower.priority}`;
		if (minutesOfTarget(lower, calendars) < minutesOfTarget(higher, calendars)) {
			const message = `Priority ${lower.priority} would be due before priority ${higher.priority}: give it at least as much time.`;
			return { code: "due_out_of_order", message, path };
		}
		if (!isWithin(calendars.get(lower.calendarId ?? ""), calendars.get(higher.calendarId ?? ""))) {
			const message = `Priority ${lower.priority} counts hours that priority ${higher.priority} does not, and could be due first: the higher one needs the longer opening hours.`;
			return { code: "due_out_of_order", message, path };
		}
	}
	return null;
}

function minutesOfTarget({ amount, unit, calendarId }: ClockTarget, calendars: CalendarsById): number {
	const minutesPerDay = calendars.get(calendarId ?? "")?.minutesPerDay ?? 1_440;
	return amount * minutesOf(unit, minutesPerDay);
}

/** Whether `inner` is open only when `outer` is; `undefined` is around the clock. */
function isWithin(inner: Calendar | undefined, outer: Calendar | undefined): boolean {
	if (!outer || inner === outer) return true;
	if (!inner || inner.zone !== outer.zone) return false;
	const closed = new Set(inner.holidays);
	if (!outer.holidays.every((holiday) => closed.has(holiday))) return false;
	return inner.weekdays.every((hours, weekday) =>
		hours.every(([from, to]) =>
			(outer.weekdays[weekday] ?? []).some(([start, end]) => start <= from && to <= end),
		),
	);
}

function judgeThresholds({ thresholds }: ClockPolicy): Refusal | null {
	const seen = new Set<number>();
	for (const [index, { percent }] of thresholds.entries()) {
		const path = `thresholds.${index}`;
		if (!Number.isInteger(percent) || percent < 1 || percent > 1_000)
			return { code: "bad_threshold", message: "A threshold is from 1 to 1000 percent.", path };
		if (seen.has(percent))
			return { code: "bad_threshold", message: `There are two thresholds at ${percent} percent.`, path };
		seen.add(percent);
	}
	return null;
}
