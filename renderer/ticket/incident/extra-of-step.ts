import type { FieldDefinition, FieldStep } from "../../../shared/ticket/lifecycle.ts";
import { MAJOR_STATE } from "../../../shared/ticket/lifecycles/major-fields.ts";
import type { TicketPatch } from "../../../shared/ticket/ticket.ts";
import type { Myself } from "../use-myself.ts";

/** What a step says by itself: who accepts a major incident has it, at once also on this screen. */
export function extraOfStep(
	{ name }: Pick<FieldDefinition, "name">,
	{ to }: Pick<FieldStep, "to">,
	{ person }: Pick<Myself, "person">,
): TicketPatch {
	const isAccepting = name === "$majorState" && to === MAJOR_STATE.accepted;
	return isAccepting && person ? { assigneeId: person.id } : {};
}
