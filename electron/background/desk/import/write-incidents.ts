import { isOpenState } from "../../../../shared/ticket/lifecycle.ts";
import type { EpochMs } from "../../../../shared/ticket/ticket.ts";
import { insertRows } from "../../store/bulk.ts";
import { raiseCounter } from "../../store/numbers.ts";
import { toHistoryRow, toTicketRow } from "../../store/rows.ts";
import type { Store, WriteScope } from "../../store/store.ts";
import { importedEntryId } from "./log-names.ts";
import type { ReplayedIncident } from "./replay.ts";

/** What became of one slice of incidents. */
export interface WrittenIncidents {
	/** Were there already and stay as they are. */
	readonly unchanged: number;
	readonly open: number;
	/** Numbers that another ticket of the desk has. */
	readonly taken: readonly string[];
}

/** The standing of a ticket that the desk has under one of our numbers. */
interface PresentTicket {
	readonly id: string;
	readonly number: string;
	readonly state: number;
	readonly revision: number;
	readonly entryId: string;
	readonly occurredAt: EpochMs;
}

type Verdict = "add" | "continue" | "keep" | "taken";

/**
 * Writes incidents in one transaction. One that the desk has is continued where the log knows more and
 * nobody changed it here; else it stays as it is. It tells consoles, but no rule and no notice.
 */
export async function writeIncidents(
	store: Store,
	incidents: readonly ReplayedIncident[],
): Promise<WrittenIncidents> {
	const { value } = await store.write(async (scope) => {
		const present = await findPresent(scope, incidents);
		const judged = incidents.map((incident) => {
			const before = present.get(incident.ticket.number) ?? null;
			return { incident, before, verdict: judge(incident, before) };
		});
		const changed = judged.filter(({ verdict }) => verdict === "add" || verdict === "continue");
		await insertRows(
			scope.tx,
			"ticket",
			changed.map(({ incident }) => toTicketRow(incident.ticket)),
			{ isReplacing: true },
		);
		const entries = changed.flatMap(({ incident, before }) => incident.history.slice(before?.revision ?? 0));
		await insertRows(scope.tx, "history", entries.map(toHistoryRow));
		await raiseCounter(scope.tx, "INC", highestNumber(changed.map(({ incident }) => incident)));
		for (const { incident } of changed) scope.logChange("ticket", incident.ticket.id);
		return {
			unchanged: judged.filter(({ verdict }) => verdict === "keep").length,
			open: judged.filter(({ incident, before, verdict }) => {
				if (verdict === "taken") return false;
				return isOpenState("incident", verdict === "keep" && before ? before.state : incident.ticket.state);
			}).length,
			taken: judged
				.filter(({ verdict }) => verdict === "taken")
				.map(({ incident }) => incident.ticket.number),
		};
	});
	return value;
}

async function findPresent(
	{ tx }: WriteScope,
	incidents: readonly ReplayedIncident[],
): Promise<ReadonlyMap<string, PresentTicket>> {
	const numbers = incidents.map(({ ticket }) => ticket.number);
	const rows = await tx
		.selectFrom("ticket")
		.innerJoin("history", (join) =>
			join.onRef("history.ticket_id", "=", "ticket.id").onRef("history.revision", "=", "ticket.revision"),
		)
		.select([
			"ticket.id as id",
			"ticket.number as number",
			"ticket.state as state",
			"ticket.revision as revision",
			"history.id as entryId",
			"history.occurred_at as occurredAt",
		])
		.where("ticket.number", "in", numbers)
		.execute();
	return new Map(rows.map((row) => [row.number, row]));
}

function judge({ ticket, history }: ReplayedIncident, present: PresentTicket | null): Verdict {
	if (!present) return "add";
	if (present.id !== ticket.id) return "taken";
	const isChangedHere = present.entryId !== importedEntryId(ticket.id, present.revision);
	const lastCommon = history[present.revision - 1];
	const isLonger = history.length > present.revision && lastCommon?.occurredAt === present.occurredAt;
	return isLonger && !isChangedHere ? "continue" : "keep";
}

function highestNumber(incidents: readonly ReplayedIncident[]): number {
	return incidents.reduce((highest, { ticket }) => Math.max(highest, Number(ticket.number.slice(3))), 0);
}
