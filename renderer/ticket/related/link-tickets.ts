import { ok, type Result, refuse } from "../../../shared/result.ts";
import { LINKS } from "../../../shared/ticket/parts/common-fields.ts";
import {
	type LinkKind,
	oppositeOf,
	readLinks,
	type TicketLink,
	writeLinks,
} from "../../../shared/ticket/parts/links.ts";
import type { Ticket, TicketPatch } from "../../../shared/ticket/ticket.ts";
import { callWorker, readTopic } from "../../data/index.ts";
import { offerBack } from "../../page/index.ts";
import { linksText as text } from "../../text/en/links.ts";
import { tellRefusal } from "../save-edit.ts";

/** The links that a ticket says. */
export function linksOf(ticket: Ticket): readonly TicketLink[] {
	return readLinks(ticket[LINKS]);
}

/** Says of two tickets how they stand to each other, on both; can be undone. */
export async function linkTickets(ticket: Ticket, link: TicketLink): Promise<Result<null>> {
	const other = await readTopic("ticket", { key: link.ticketId });
	if (!other) return refuse("no_such_ticket", text.gone);
	const message = text.linked(ticket.number, text.kinds[link.kind], other.ticket.number);
	return saveBoth(message, [
		{ ticketId: ticket.id, set: withLink(ticket, link) },
		{ ticketId: other.ticket.id, set: withLink(other.ticket, back(ticket, link.kind)) },
	]);
}

/** Takes that back from both. One that is gone keeps nothing from being taken off the other. */
export async function unlinkTickets(ticket: Ticket, link: TicketLink): Promise<void> {
	const other = await readTopic("ticket", { key: link.ticketId });
	const edits = [{ ticketId: ticket.id, set: withoutLink(ticket, link) }];
	if (other)
		edits.push({ ticketId: other.ticket.id, set: withoutLink(other.ticket, back(ticket, link.kind)) });
	const message = text.unlinked(ticket.number, other?.ticket.number ?? "");
	const saved = await saveBoth(message, edits);
	if (!saved.ok) tellRefusal(saved.error.message);
}

function back(ticket: Ticket, kind: LinkKind): TicketLink {
	return { kind: oppositeOf(kind), ticketId: ticket.id };
}

function withLink(ticket: Ticket, link: TicketLink): TicketPatch {
	return { [LINKS]: writeLinks([...linksOf(ticket), link]) };
}

function withoutLink(ticket: Ticket, { kind, ticketId }: TicketLink): TicketPatch {
	const left = linksOf(ticket).filter((other) => other.kind !== kind || other.ticketId !== ticketId);
	return { [LINKS]: writeLinks(left) };
}

interface OneSide {
	readonly ticketId: string;
	readonly set: TicketPatch;
}

/** Both or none: where the second is refused the first is taken back. */
async function saveBoth(message: string, edits: readonly OneSide[]): Promise<Result<null>> {
	const saved: string[] = [];
	for (const edit of edits) {
		const answer = await callWorker("edit", edit);
		// One side may say it already.
		if (!answer.ok && answer.error.code === "nothing_changed") continue;
		if (!answer.ok) {
			for (const intentId of saved.reverse()) await callWorker("takeBack", intentId);
			return answer;
		}
		saved.push(answer.value.intentId);
	}
	if (saved.length > 0)
		offerBack(message, async () => {
			for (const intentId of saved.reverse()) await callWorker("takeBack", intentId);
		});
	return ok(null);
}
