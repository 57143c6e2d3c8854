import { useState } from "react";
import type { TicketFieldName, TicketPatch } from "../../shared/ticket/ticket.ts";
import { useTopic } from "../data/index.ts";
import { fieldName, ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { saveEdit } from "./save-edit.ts";

export interface FieldEdit {
	/** Why the last edit of a field was refused. */
	readonly errors: Readonly<Partial<Record<TicketFieldName, string>>>;
	readonly save: (field: TicketFieldName, set: TicketPatch) => void;
}

/** Edits of single fields: saved at once, undone by one key, refused at the field. */
export function useFieldEdit(view: TicketView): FieldEdit {
	const staff = useTopic("staff", null);
	const [refused, setRefused] = useState<{
		readonly ticketId: string;
		readonly errors: FieldEdit["errors"];
	}>();

	function nameOf(id: string | null | undefined): string | null {
		const all = [...(staff?.people ?? []), ...(staff?.teams ?? [])];
		return all.find((item) => item.id === id)?.name ?? null;
	}
	async function run(field: TicketFieldName, set: TicketPatch): Promise<void> {
		const undoLabel = describeEdit(view.ticket.number, field, nameOf(set[field] as string | null));
		const answer = await saveEdit(view, { set, undoLabel });
		const errors = answer.ok ? {} : { [field]: answer.error.message };
		setRefused({ ticketId: view.ticket.id, errors });
	}
	return {
		errors: refused?.ticketId === view.ticket.id ? refused.errors : {},
		save: (field, set) => void run(field, set),
	};
}

/** What an edit did, in words. */
export function describeEdit(number: string, field: TicketFieldName, name: string | null): string {
	if (field === "assigneeId") {
		return name === null ? ticketText.actions.unassigned(number) : ticketText.actions.assigned(number, name);
	}
	if (field === "teamId" && name !== null) return ticketText.actions.team(number, name);
	return ticketText.actions.edited(number, fieldName(field));
}
