import type { AlertCondition } from "../../../shared/alert/severity.ts";
import type { EarlierAlert } from "../../../shared/alert/step-alert.ts";
import type { Alert } from "../../../shared/api/alerts.ts";
import { findState } from "../../../shared/ticket/lifecycle.ts";
import { fromAlertRow, toAlertRow } from "../store/monitoring-rows.ts";
import type { DeskDatabase, Store, WriteScope } from "../store/store.ts";

const LIST_LENGTH = 200;

/** Alerts in the database. */
export class AlertShelf {
	readonly #store: Store;

	constructor(store: Store) {
		this.#store = store;
	}

	async find(alertId: string): Promise<Alert | null> {
		return findAlert(this.#store.reader, alertId);
	}

	/** Newest first. */
	async list(query: {
		readonly condition?: AlertCondition | undefined;
		readonly checkId?: string | undefined;
		readonly limit?: number | undefined;
	}): Promise<readonly Alert[]> {
		let select = this.#store.reader.selectFrom("alert").select("body");
		if (query.condition) select = select.where("condition", "=", query.condition);
		if (query.checkId) select = select.where("check_id", "=", query.checkId);
		const rows = await select
			.orderBy("since", "desc")
			.orderBy("id", "desc")
			.limit(query.limit ?? LIST_LENGTH)
			.execute();
		return rows.map(fromAlertRow);
	}

	/** Those that are not resolved. */
	async standing(): Promise<readonly Alert[]> {
		const rows = await this.#store.reader
			.selectFrom("alert")
			.select("body")
			.where("condition", "in", ["firing", "unknown"])
			.execute();
		return rows.map(fromAlertRow);
	}

	/** Resolved ones whose ticket still needs work: a note or the resolution may be due. */
	async resolvedWithOpenTicket(): Promise<readonly Alert[]> {
		const rows = await this.#store.reader
			.selectFrom("alert")
			.innerJoin("ticket", "ticket.id", "alert.ticket_id")
			.select("alert.body")
			.where("alert.condition", "=", "resolved")
			.where("ticket.is_open", "=", 1)
			.execute();
		return rows.map(fromAlertRow);
	}

	/** Changes one alert as it is now; the change is on the disk before it is told. */
	async change(alertId: string, act: (alert: Alert) => Alert): Promise<Alert | null> {
		const { value } = await this.#store.write(async (scope) => {
			const alert = await findAlert(scope.tx, alertId);
			if (!alert) return null;
			const changed = act(alert);
			await this.put(scope, changed);
			return changed;
		});
		return value;
	}

	/** Writes an alert within a transaction. */
	async put(scope: WriteScope, alert: Alert): Promise<void> {
		await scope.tx.replaceInto("alert").values(toAlertRow(alert)).execute();
		scope.logChange("alert", alert.id);
		scope.afterCommit(() => this.#store.events.emit("alert.changed", { alert }));
	}

	/** The ticket that this alert opened, also where linking it back was cut short. */
	async findOpenedTicket(alertId: string): Promise<string | null> {
		const row = await this.#store.reader
			.selectFrom("history")
			.innerJoin("ticket", "ticket.id", "history.ticket_id")
			.select("ticket.id")
			.where("history.alert_id", "=", alertId)
			.where("history.type", "=", "created")
			.orderBy("ticket.opened_at", "desc")
			.executeTakeFirst();
		return row?.id ?? null;
	}

	/** Whether a rule has written to the ticket about this alert since then. */
	async hasNoteSince(ticketId: string, alertId: string, at: number): Promise<boolean> {
		const row = await this.#store.reader
			.selectFrom("history")
			.select("id")
			.where("ticket_id", "=", ticketId)
			.where("alert_id", "=", alertId)
			.where("note_text", "is not", null)
			.where("recorded_at", ">=", at)
			.executeTakeFirst();
		return row !== undefined;
	}
}

/** The newest alert of an identity, with what became of its ticket. */
export async function findEarlier(database: DeskDatabase, identity: string): Promise<EarlierAlert | null> {
	const row = await database
		.selectFrom("alert")
		.leftJoin("ticket", "ticket.id", "alert.ticket_id")
		.select(["alert.body", "ticket.number", "ticket.kind", "ticket.state"])
		.where("alert.identity", "=", identity)
		.orderBy("alert.since", "desc")
		.orderBy("alert.id", "desc")
		.executeTakeFirst();
	if (!row) return null;
	const phase = row.kind && row.state !== null ? findState(row.kind, row.state)?.phase : undefined;
	return {
		alert: fromAlertRow(row),
		isTicketAlive: phase !== undefined && phase !== "closed" && phase !== "canceled",
		ticketNumber: row.number,
	};
}

async function findAlert(database: DeskDatabase, alertId: string): Promise<Alert | null> {
	const row = await database.selectFrom("alert").select("body").where("id", "=", alertId).executeTakeFirst();
	return row ? fromAlertRow(row) : null;
}
