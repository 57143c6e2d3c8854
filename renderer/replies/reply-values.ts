import type { ReplyValues } from "../../shared/reply/reply-fields.ts";
import { PROVISIONAL_PREFIX } from "../worker/cache/number-key.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";

/** What a ticket says for the fields of a reply; `me` is who writes. */
export function replyValues({ ticket, names }: TicketView, me: string | null): ReplyValues {
	const nameOf = (id: string | null): string | null => (id === null ? null : (names[id] ?? null));
	const caller = nameOf(ticket.callerId);
	return {
		"caller.name": caller,
		"caller.firstName": caller?.split(" ")[0] ?? null,
		// A number that the desk has not given yet is another one tomorrow.
		"ticket.number": ticket.number.startsWith(PROVISIONAL_PREFIX) ? null : ticket.number,
		"ticket.title": ticket.shortDescription,
		"team.name": nameOf(ticket.teamId),
		"service.name": nameOf(ticket.serviceId),
		"ci.name": nameOf(ticket.ciId),
		"me.name": me,
	};
}
