import type { Refusal } from "../../../shared/result.ts";
import { judgeParent, type Kin, MOST_PARENTS } from "../../../shared/ticket/parent.ts";
import type { Ticket, TicketPatch } from "../../../shared/ticket/ticket.ts";
import type { DeskDatabase } from "../store/store.ts";
import { findTicket } from "./find-ticket.ts";

/** Says where an incident would be a child of what it can't be, or the duplicate of nothing. */
export async function findBrokenKin(
	database: DeskDatabase,
	ticket: Ticket | undefined,
	set: TicketPatch,
): Promise<Refusal | undefined> {
	if (ticket?.kind !== "incident") return undefined;
	if (set.parentId) {
		const refusal = judgeParent(ticket, await readLine(database, set.parentId));
		if (refusal) return refusal;
	}
	return judgeDuplicate(ticket, set, await readDuplicate(database, set));
}

async function readDuplicate(database: DeskDatabase, { $duplicateOf }: TicketPatch): Promise<Ticket | null> {
	return typeof $duplicateOf === "string" ? findTicket(database, $duplicateOf) : null;
}

function judgeDuplicate(
	{ id, number }: Ticket,
	{ $duplicateOf }: TicketPatch,
	other: Ticket | null,
): Refusal | undefined {
	if (typeof $duplicateOf !== "string" || (other && other.id !== id)) return undefined;
	const message = other
		? `${number} can’t be a duplicate of itself.`
		: "There is no such ticket at this desk.";
	return { code: "no_such_reference", message, path: "$duplicateOf" };
}

/** A ticket, its parent, and so on. */
async function readLine(database: DeskDatabase, firstId: string): Promise<readonly Kin[]> {
	const line: Kin[] = [];
	for (let id: string | null = firstId; id !== null && line.length < MOST_PARENTS; ) {
		const kin: Ticket | null = await findTicket(database, id);
		if (!kin) break;
		line.push(kin);
		id = kin.parentId;
	}
	return line;
}
