import type { Refusal } from "../../../shared/result.ts";
import type { TicketPatch } from "../../../shared/ticket/ticket.ts";
import type { DeskDatabase } from "../store/store.ts";
import { findBrokenKin } from "./kin.ts";
import type { Step } from "./record.ts";

/** Says which changed field names a person, team or CI that isn't there (any more); `undefined` where none does. */
export async function findBrokenReference(
	database: DeskDatabase,
	steps: readonly Step[],
): Promise<Refusal | undefined> {
	const set = changedFields(steps);
	if (set.teamId && !(await isActive(database, "team", set.teamId))) return missing("team", "teamId");
	if (set.assigneeId && !(await isActive(database, "person", set.assigneeId))) {
		return missing("person to assign to", "assigneeId");
	}
	if (set.callerId && !(await isKnown(database, "person", set.callerId)))
		return missing("caller", "callerId");
	if (set.ciId && !(await isKnown(database, "ci", set.ciId))) return missing("configuration item", "ciId");
	if (set.serviceId && !(await isKnown(database, "ci", set.serviceId)))
		return missing("service", "serviceId");
	return findBrokenKin(database, steps.at(-1)?.ticket, set);
}

function missing(label: string, path: string): Refusal {
	return { code: "no_such_reference", message: `There is no such ${label} at this desk.`, path };
}

async function isKnown(database: DeskDatabase, table: "person" | "ci", id: string): Promise<boolean> {
	const row = await database.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst();
	return row !== undefined;
}

async function isActive(database: DeskDatabase, table: "person" | "team", id: string): Promise<boolean> {
	const row = await database.selectFrom(table).select("is_active").where("id", "=", id).executeTakeFirst();
	return row?.is_active === 1;
}

/** What the steps set, all told. */
function changedFields(steps: readonly Step[]): TicketPatch {
	const entries = steps.flatMap(({ changes }) => Object.entries(changes));
	return Object.fromEntries(entries.map(([field, change]) => [field, change.to]));
}
