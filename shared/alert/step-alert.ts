import type { Alert } from "../api/alerts.ts";
import type { Check, CheckResult, CheckState } from "../api/checks.ts";
import { formatDuration } from "../format-duration.ts";
import { assertNever } from "../result.ts";
import type { EpochMs } from "../ticket/ticket.ts";
import type { Severity } from "./severity.ts";

/** A hard state that a check has entered. */
export interface CheckSignal {
	readonly check: Check;
	readonly to: CheckState;
	/** The first result that showed it. */
	readonly since: EpochMs;
	/** The result that confirmed it; `null` where nothing was observed: paused, or a restart in between. */
	readonly result: CheckResult | null;
	readonly at: EpochMs;
	/** The service or CI behind it is of the highest criticality. */
	readonly isCritical: boolean;
}

/** What the desk knows of the alert that this identity had last. */
export interface EarlierAlert {
	readonly alert: Alert;
	/** It has a ticket, and that is neither closed nor canceled: the same alert may fire again on it. */
	readonly isTicketAlive: boolean;
	readonly ticketNumber: string | null;
}

export type TraceStep = Alert["trace"][number];

/** The trace answers "why?"; a check that flaps for days keeps its first and its latest steps. */
const TRACE_LENGTH = 100;

export function checkIdentity(checkId: string): string {
	return `check:${checkId}`;
}

/** Down is major, or critical where what depends on it is; degraded is a warning; unknown is a lane of its own. */
export function severityOf(state: CheckState, isCritical: boolean): Severity {
	switch (state) {
		case "down":
			return isCritical ? 5 : 4;
		case "degraded":
			return 2;
		case "unknown":
			return 1;
		case "up":
			return 0;
		default:
			return assertNever(state);
	}
}

/**
 * What a check's new hard state makes of its alert; `null`: nothing to say. One alert per stretch of the
 * condition: it fires again as the same alert while its ticket is alive, as a new one after that.
 */
export function stepAlert(
	earlier: EarlierAlert | null,
	signal: CheckSignal,
	makeId: () => string,
): Alert | null {
	const current = earlier && earlier.alert.condition !== "resolved" ? earlier.alert : null;
	switch (signal.to) {
		case "up":
			return current ? resolveAlert(current, signal.at, describeRecovery(current, signal)) : null;
		case "unknown":
			return current ? loseSight(current, signal) : beginUnknown(signal, makeId);
		case "down":
		case "degraded":
			return current ? continueFiring(current, signal) : beginFiring(earlier, signal, makeId);
		default:
			return assertNever(signal.to);
	}
}

/** The condition is over; `text` says how that is known. */
export function resolveAlert(alert: Alert, at: EpochMs, text: string): Alert {
	return { ...withTrace(alert, { at, step: "resolved", text }), condition: "resolved", resolvedAt: at };
}

export function withTrace(alert: Alert, step: TraceStep): Alert {
	const trace = [...alert.trace, step];
	if (trace.length <= TRACE_LENGTH) return { ...alert, trace };
	return { ...alert, trace: [...trace.slice(0, 1), ...trace.slice(1 - TRACE_LENGTH)] };
}

/** When the alert last began to fire, by the desk's clock. */
export function firedAt(alert: Alert): EpochMs {
	return alert.trace.findLast((step) => step.step === "fired")?.at ?? alert.firstSeenAt;
}

/** Whether a step like this was taken since the condition last changed. */
export function hasStepSinceChange(alert: Alert, step: string): boolean {
	const changed = alert.trace.findLastIndex((entry) => entry.step === "fired" || entry.step === "resolved");
	return alert.trace.slice(Math.max(0, changed)).some((entry) => entry.step === step);
}

function beginFiring(earlier: EarlierAlert | null, signal: CheckSignal, makeId: () => string): Alert {
	const { at, since, check } = signal;
	if (earlier?.isTicketAlive) {
		const again = {
			...earlier.alert,
			...describeCheck(signal),
			condition: "firing" as const,
			since,
			resolvedAt: null,
			count: earlier.alert.count + 1,
		};
		return withTrace(again, { at, step: "fired", text: `Fires again: ${describeFiring(signal)}` });
	}
	const made = makeAlert(signal, "firing", makeId());
	const fired = withTrace(made, { at, step: "fired", text: describeFiring(signal) });
	const number = earlier?.ticketNumber;
	if (!number) return fired;
	const text = `${check.name} had an alert before; its incident ${number} is over, so this is a new one.`;
	return withTrace(fired, { at, step: "earlier", text });
}

/** Still firing: perhaps worse or better, perhaps seen again after a time of not knowing. */
function continueFiring(alert: Alert, signal: CheckSignal): Alert {
	const { at, to, result } = signal;
	const wasUnknownOnly = alert.count === 0;
	const next: Alert = {
		...alert,
		...describeCheck(signal),
		condition: "firing",
		since: wasUnknownOnly ? signal.since : alert.since,
		count: Math.max(1, alert.count),
	};
	const step = wasUnknownOnly ? "fired" : "changed";
	const seen = alert.condition === "unknown" ? "Observed again, and it is" : "Now";
	const text = wasUnknownOnly ? describeFiring(signal) : `${seen} ${to}: ${result?.summary ?? "no result"}.`;
	return withTrace(next, { at, step, text });
}

/** Unknown is not resolved and not firing; how bad it was stays to be seen. */
function loseSight(alert: Alert, signal: CheckSignal): Alert {
	const text = `Nothing is known of it now: ${describeUnknown(signal)}. An incident stays as it is.`;
	return { ...withTrace(alert, { at: signal.at, step: "unknown", text }), condition: "unknown" };
}

function beginUnknown(signal: CheckSignal, makeId: () => string): Alert | null {
	// Pausing is a person's wish, and no alarm.
	if (signal.check.isPaused) return null;
	const text = `Nothing is known of it: ${describeUnknown(signal)}. Unknown opens no incident.`;
	const alert = { ...makeAlert(signal, "unknown", makeId()), count: 0 };
	return withTrace(alert, { at: signal.at, step: "unknown", text });
}

function makeAlert(signal: CheckSignal, condition: Alert["condition"], id: string): Alert {
	const { check, since, at } = signal;
	return {
		...describeCheck(signal),
		id,
		source: "check",
		identity: checkIdentity(check.id),
		condition,
		suppressedBy: [],
		since,
		firstSeenAt: at,
		resolvedAt: null,
		count: 1,
		ticketId: null,
		trace: [],
	};
}

function describeCheck({ check, to, result, isCritical }: CheckSignal) {
	const how = result ? `: ${result.summary}` : "";
	return {
		severity: severityOf(to, isCritical),
		title: `${check.name} is ${to}${how}`,
		checkId: check.id,
		ciId: check.ciId,
		serviceId: check.serviceId,
		evidence: result,
	};
}

function describeFiring({ check, to, since, at, result }: CheckSignal): string {
	const results = check.retries === 0 ? "the first result" : `${check.retries + 1} results in a row`;
	const how = result ? ` (${result.summary})` : "";
	return `${check.name} is ${to}${how}: confirmed by ${results} in ${formatDuration(at - since)}.`;
}

function describeUnknown({ check, result }: CheckSignal): string {
	return check.isPaused ? "the check is paused" : (result?.summary ?? "no result");
}

function describeRecovery(alert: Alert, { check, result, at }: CheckSignal): string {
	const how = result ? `${result.summary} in ${Math.round(result.totalMs)} ms` : "seen at the desk’s start";
	return `${check.name} is up again: ${how}. It lasted ${formatDuration(at - alert.since)}.`;
}
