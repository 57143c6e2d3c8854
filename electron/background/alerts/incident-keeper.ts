import { type IncidentSource, incidentOf, serviceHitBy } from "../../../shared/alert/incident-of-alert.ts";
import { firedAt, hasStepSinceChange, withTrace } from "../../../shared/alert/step-alert.ts";
import type { Alert, Rule } from "../../../shared/api/alerts.ts";
import type { Result } from "../../../shared/result.ts";
import { findState } from "../../../shared/ticket/lifecycle.ts";
import { INCIDENT_STATE } from "../../../shared/ticket/lifecycles/incident.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { fromCheckRow } from "../store/monitoring-rows.ts";
import { type DeskPort, MONITORING_PERSON_ID } from "../store/ports.ts";
import { fromCiRow } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import type { AlertShelf } from "./alert-shelf.ts";

const MAJOR = 4;

/**
 * Keeps an alert's incident as the alert is now: opens, reopens, notes and resolves it. Each step is
 * decided from what is saved, so that after a crash the same call goes on where it stopped.
 */
export class IncidentKeeper {
	readonly #store: Store;
	readonly #shelf: AlertShelf;
	readonly #desk: DeskPort;
	readonly #now: () => number;

	constructor(parts: {
		readonly store: Store;
		readonly shelf: AlertShelf;
		readonly desk: DeskPort;
		readonly now: () => number;
	}) {
		this.#store = parts.store;
		this.#shelf = parts.shelf;
		this.#desk = parts.desk;
		this.#now = parts.now;
	}

	/** Does what the alert's present condition asks for, if it was not done yet. */
	async tend(alertId: string, rule: Rule): Promise<void> {
		const alert = await this.#shelf.find(alertId);
		if (!alert) return;
		if (alert.condition === "firing") await this.#tendFiring(alert, rule);
		if (alert.condition === "resolved" && alert.ticketId !== null) await this.#noteRecovery(alert, rule);
	}

	/** When an untouched incident of this alert is to be resolved; `null`: never. */
	dueAt(alert: Alert, rule: Rule): number | null {
		const isOver = alert.condition === "resolved" && alert.resolvedAt !== null && alert.ticketId !== null;
		if (!isOver || !rule.isEnabled || hasStepSinceChange(alert, "left")) return null;
		return (alert.resolvedAt ?? 0) + rule.resolveAfterMs;
	}

	/** The alert has been clear for long enough: resolves its incident if nobody touched it. */
	async settle(alertId: string, rule: Rule): Promise<void> {
		const alert = await this.#shelf.find(alertId);
		const dueAt = alert && this.dueAt(alert, rule);
		if (!alert || alert.ticketId === null || !dueAt || dueAt > this.#now()) return;
		const ticket = await this.#desk.findTicket(alert.ticketId);
		if (!ticket || !isOpen(ticket)) return;
		if (await this.#desk.isTouched(ticket.id)) {
			await this.#trace(alert, "left", `${ticket.number} is left to its people: somebody has worked on it.`);
			return;
		}
		const closeNotes = lastText(alert, "resolved");
		const resolved = await this.#desk.changeTicket({
			ticketId: ticket.id,
			set: { state: INCIDENT_STATE.resolved, closeCode: "Cleared by monitoring", closeNotes },
			note: null,
			ruleId: rule.id,
			alertId: alert.id,
		});
		const text = resolved.ok
			? `${ticket.number} was resolved: nobody had touched it, and the condition stayed away.`
			: `${ticket.number} could not be resolved: ${resolved.error.message}`;
		await this.#trace(alert, resolved.ok ? "settled" : "left", text);
	}

	async #tendFiring(alert: Alert, rule: Rule): Promise<void> {
		const reason = whyNoIncident(alert, rule);
		if (alert.ticketId === null) {
			if (reason === null) await this.#open(alert, rule, null);
			else if (!hasStepSinceChange(alert, "no-incident")) await this.#trace(alert, "no-incident", reason);
			return;
		}
		if (alert.count < 2 || reason !== null) return;
		const ticket = await this.#desk.findTicket(alert.ticketId);
		if (ticket) await this.#tendAgain(alert, ticket, rule);
	}

	/** It fires again and had an incident. One that a person resolved while it fired stays resolved. */
	async #tendAgain(alert: Alert, ticket: Ticket, rule: Rule): Promise<void> {
		const fired = firedAt(alert);
		if (await this.#shelf.hasNoteSince(ticket.id, alert.id, fired)) return;
		const isResolved = ticket.state === INCIDENT_STATE.resolved;
		if (isResolved && (ticket.resolvedAt ?? 0) >= fired) return;
		const set = isResolved ? { state: INCIDENT_STATE.inProgress } : {};
		const changed = await this.#desk.changeTicket({
			ticketId: ticket.id,
			set,
			note: { kind: "workNote", text: lastText(alert, "fired") },
			ruleId: rule.id,
			alertId: alert.id,
		});
		if (changed.ok) {
			const what = isResolved ? "was reopened" : "was told that it fires again";
			await this.#trace(alert, "incident", `${ticket.number} ${what}.`);
		} else if (isResolved) {
			// In Progress asks for a team or a person; without one the old incident can't go on.
			await this.#trace(alert, "refused", `${ticket.number} could not be reopened: ${changed.error.message}`);
			await this.#open(alert, rule, ticket.number);
		}
	}

	async #open(alert: Alert, rule: Rule, earlierNumber: string | null): Promise<void> {
		const source = await this.#gather(alert, earlierNumber);
		if (!source) return;
		const known = earlierNumber === null ? await this.#shelf.findOpenedTicket(alert.id) : null;
		const opened = known
			? await this.#reuse(known)
			: await this.#desk.openIncident({
					set: incidentOf(source),
					note: null,
					ruleId: rule.id,
					alertId: alert.id,
				});
		if (!opened?.ok) {
			const why = opened ? opened.error.message : "it is gone";
			await this.#trace(alert, "refused", `No incident could be opened: ${why}`);
			return;
		}
		const { id: ticketId, number } = opened.value;
		const text = `${number} was opened by the rule “${rule.name}”.`;
		await this.#shelf.change(alert.id, (now) => ({
			...withTrace(now, { at: this.#now(), step: "incident", text }),
			ticketId,
		}));
	}

	async #reuse(ticketId: string): Promise<Result<Ticket> | null> {
		const ticket = await this.#desk.findTicket(ticketId);
		return ticket && { ok: true, value: ticket };
	}

	async #noteRecovery(alert: Alert, rule: Rule): Promise<void> {
		const ticket = alert.ticketId && (await this.#desk.findTicket(alert.ticketId));
		if (!ticket || hasStepSinceChange(alert, "noted")) return;
		if (!isOpen(ticket)) {
			const state = findState(ticket.kind, ticket.state)?.name ?? "over";
			await this.#trace(alert, "noted", `${ticket.number} was already ${state}.`);
			return;
		}
		const resolvedStep = alert.trace.findLast((step) => step.step === "resolved");
		if (!(await this.#shelf.hasNoteSince(ticket.id, alert.id, resolvedStep?.at ?? 0))) {
			await this.#desk.changeTicket({
				ticketId: ticket.id,
				set: {},
				note: { kind: "workNote", text: describeEnd(alert) },
				ruleId: rule.id,
				alertId: alert.id,
			});
		}
		await this.#trace(alert, "noted", `${ticket.number} was told that the condition is over.`);
	}

	async #gather(alert: Alert, earlierNumber: string | null): Promise<IncidentSource | null> {
		const { reader } = this.#store;
		const row = await reader
			.selectFrom("check_definition")
			.selectAll()
			.where("id", "=", alert.checkId ?? "")
			.executeTakeFirst();
		if (!row) return null;
		const check = fromCheckRow(row);
		const cis = (await reader.selectFrom("ci").selectAll().execute()).map(fromCiRow);
		return {
			alert,
			check,
			ci: cis.find((ci) => ci.id === check.ciId) ?? null,
			service: serviceHitBy(check, cis),
			callerId: MONITORING_PERSON_ID,
			earlierNumber: earlierNumber ?? (await this.#findEarlierNumber(alert)),
		};
	}

	/** The newest incident of this identity, other than this alert's own. */
	async #findEarlierNumber(alert: Alert): Promise<string | null> {
		const row = await this.#store.reader
			.selectFrom("alert")
			.innerJoin("ticket", "ticket.id", "alert.ticket_id")
			.select("ticket.number")
			.where("alert.identity", "=", alert.identity)
			.where("alert.id", "!=", alert.id)
			.orderBy("alert.since", "desc")
			.executeTakeFirst();
		return row?.number ?? null;
	}

	async #trace(alert: Alert, step: string, text: string): Promise<void> {
		await this.#shelf.change(alert.id, (now) => withTrace(now, { at: this.#now(), step, text }));
	}
}

/** Why a firing alert gets no incident, in words for its trace; `null` where it gets one. */
function whyNoIncident(alert: Alert, rule: Rule): string | null {
	if (alert.severity < MAJOR) return "No incident: only a check that is down opens one; this one answers.";
	if (!rule.isEnabled) return `No incident: the rule “${rule.name}” is switched off.`;
	return null;
}

function isOpen(ticket: Ticket): boolean {
	const phase = findState(ticket.kind, ticket.state)?.phase;
	return phase === "open" || phase === "hold";
}

function lastText(alert: Alert, step: string): string {
	return alert.trace.findLast((entry) => entry.step === step)?.text ?? alert.title;
}

function describeEnd(alert: Alert): string {
	const from = new Date(alert.since).toISOString();
	const to = new Date(alert.resolvedAt ?? alert.since).toISOString();
	return `${lastText(alert, "resolved")}\nFrom ${from} to ${to}.`;
}
