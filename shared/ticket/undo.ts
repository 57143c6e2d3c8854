import { isOfParts, withJoinedParts } from "./parts/merge-parts.ts";
import { fieldGroupOf, fieldValue, type Ticket, type TicketFieldName, type TicketPatch } from "./ticket.ts";

/** An edit as it was made: values of all fields of the groups that it touched, before and after it. */
export interface DoneEdit {
	readonly before: TicketPatch;
	readonly after: TicketPatch;
}

/** What taking an edit back comes to, on the ticket as it is now. */
export interface UndoPlan {
	/** The values of before that are to be set again. */
	readonly set: TicketPatch;
	/** Fields that others have changed since: they stay theirs, with what means something only together with them. */
	readonly left: readonly TicketFieldName[];
}

/**
 * Gives back what an edit changed, but for the groups of fields that were changed again after it. Of what is
 * made of parts, what others made of it since stays beside that.
 */
export function planUndo(now: Ticket, { before, after }: DoneEdit): UndoPlan {
	const fields = Object.keys(after) as TicketFieldName[];
	const changed = fields.filter((field) => fieldValue(before, field) !== fieldValue(after, field));
	const isTheirs = (field: TicketFieldName) =>
		!isOfParts(now.kind, field) &&
		fieldGroupOf(field).some((one) => one in after && fieldValue(now, one) !== fieldValue(after, one));
	const own = changed.filter((field) => !isTheirs(field));
	const given = Object.fromEntries(own.map((field) => [field, fieldValue(before, field) ?? null]));
	return {
		set: withJoinedParts(now, after, given),
		left: changed.filter(isTheirs),
	};
}
