/** The clock as somebody would count it on paper, minute by minute: slow, and too simple to be wrong. */
import { findState } from "../ticket/lifecycle.ts";
import type { EpochMs, TrackMove } from "../ticket/ticket.ts";
import type { CalendarVersion } from "./calendar.ts";
import type { ClockTarget, Definitions, PolicyRecord, PolicyVersion } from "./policy.ts";

const MINUTE_MS = 60_000;

export interface NaiveClock {
	readonly elapsedMs: number;
	readonly pausedMs: number;
	readonly breachedAt: EpochMs | null;
	readonly stage: "in-progress" | "paused" | "completed" | "canceled";
}

/** Of a resolution policy that resumes at a reopen; all moves and edits lie on whole minutes. */
export function countNaively(
	policy: PolicyRecord,
	{ calendars }: Definitions,
	track: readonly TrackMove[],
	now: EpochMs,
): NaiveClock {
	const count = { elapsed: 0, paused: 0 };
	let breachedAt: EpochMs | null = null;
	let stage: NaiveClock["stage"] = "in-progress";
	const priority = priorityOf(track);
	for (let at = track[0]?.[0] ?? now; at <= now; at += MINUTE_MS) {
		const move = track.findLast(([from]) => from <= at);
		const { version, asOf } = termsAt(policy, at);
		const target = version?.targets.find((candidate) => candidate.priority === priority);
		if (!move || !version || !target) throw new Error("the naive clock knows no gaps");
		stage = stageOf(version, move);
		const calendar = newestAt(calendars.find(({ id }) => id === target.calendarId)?.versions ?? [], asOf);
		const isUsedUp = () => stage === "in-progress" && count.elapsed >= durationOf(target, calendar);
		if (isUsedUp()) breachedAt ??= at;
		if (at === now || (calendar && !isOpen(calendar, at))) continue;
		if (stage === "in-progress") count.elapsed += 1;
		if (stage === "paused") count.paused += 1;
		// It may be used up in the last moment before something else happens.
		if (isUsedUp()) breachedAt ??= at + MINUTE_MS;
	}
	return { elapsedMs: count.elapsed * MINUTE_MS, pausedMs: count.paused * MINUTE_MS, breachedAt, stage };
}

/** The version that counts a moment, and as of when the calendars count it. */
function termsAt({ versions, recalculations = [] }: PolicyRecord, at: EpochMs) {
	const anew = recalculations
		.filter((one) => one.from <= at && at < one.at)
		.toSorted((one, other) => one.at - other.at)
		.at(-1);
	if (anew) return { version: versions[anew.version - 1], asOf: anew.at };
	return { version: newestAt(versions, at), asOf: at };
}

/** Of the last moment at which it was kept: what is changed on a resolved ticket does not move its clock. */
function priorityOf(track: readonly TrackMove[]): number | undefined {
	return (track.findLast((move) => isKept(move)) ?? track[0])?.[3];
}

function isKept([, state]: TrackMove): boolean {
	return ["open", "hold"].includes(findState("incident", state)?.phase ?? "");
}

function stageOf(version: PolicyVersion, [, state, holdReason]: TrackMove): NaiveClock["stage"] {
	const phase = findState("incident", state)?.phase;
	if (phase === "resolved" || phase === "closed") return "completed";
	if (phase === "canceled") return "canceled";
	return phase === "hold" && version.pausedBy.includes(holdReason) ? "paused" : "in-progress";
}

function newestAt<Kind extends { readonly version: number; readonly effectiveFrom: number }>(
	versions: readonly Kind[],
	at: EpochMs,
): Kind | undefined {
	return versions
		.filter(({ effectiveFrom }) => effectiveFrom <= at)
		.sort((one, other) => other.version - one.version)[0];
}

/** In minutes. */
function durationOf({ amount, unit }: ClockTarget, calendar: CalendarVersion | undefined): number {
	if (unit === "minute") return amount;
	return amount * (unit === "hour" ? 60 : (calendar?.minutesPerDay ?? 1_440));
}

interface LocalTime {
	readonly date: string;
	readonly weekday: number;
	readonly minute: number;
}

const known = new Map<string, LocalTime>();

function isOpen({ zone, weekdays, holidays }: CalendarVersion, at: EpochMs): boolean {
	const local = localTimeOf(zone, at);
	if (holidays.includes(local.date)) return false;
	return (weekdays[local.weekday] ?? []).some(([from, to]) => from <= local.minute && local.minute < to);
}

function localTimeOf(zone: string, at: EpochMs): LocalTime {
	const key = `${zone} ${at}`;
	const found = known.get(key);
	if (found) return found;
	// Swedish writes dates as the standard does.
	const text = new Date(at).toLocaleString("sv-SE", { timeZone: zone });
	const local = new Date(`${text.replace(" ", "T")}Z`);
	const made = {
		date: text.slice(0, 10),
		weekday: local.getUTCDay(),
		minute: local.getUTCHours() * 60 + local.getUTCMinutes(),
	};
	known.set(key, made);
	return made;
}
