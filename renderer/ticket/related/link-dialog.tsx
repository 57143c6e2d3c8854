import { Select } from "@mantine/core";
import { useState } from "react";
import { LINK_KINDS, type LinkKind } from "../../../shared/ticket/parts/links.ts";
import { linksText as text } from "../../text/en/links.ts";
import { TicketSelect } from "../declared/ticket-select.tsx";
import { linksOf, linkTickets } from "./link-tickets.ts";
import type { RelatedDialogProps } from "./related-dialog.tsx";
import { RelatedForm } from "./related-form.tsx";

/** Says how a ticket stands to another one, which then says the opposite. */
export function LinkForm({ view: { ticket }, onClose }: RelatedDialogProps) {
	const [kind, setKind] = useState<LinkKind>("relatesTo");
	const [otherId, setOtherId] = useState<string | null>(null);
	const [error, setError] = useState<string>();

	async function save(): Promise<boolean> {
		if (otherId === null) return fail(text.needed);
		if (linksOf(ticket).some((link) => link.kind === kind && link.ticketId === otherId))
			return fail(text.already);
		const saved = await linkTickets(ticket, { kind, ticketId: otherId });
		return saved.ok || fail(saved.error.message);
	}
	function fail(message: string): false {
		setError(message);
		return false;
	}
	return (
		<RelatedForm saveLabel={text.save} onSave={save} onClose={onClose}>
			<Select
				label={text.kind(ticket.number)}
				data={LINK_KINDS.map((value) => ({ value, label: text.groups[value] }))}
				value={kind}
				allowDeselect={false}
				onChange={(value) => setKind(LINK_KINDS.find((known) => known === value) ?? "relatesTo")}
			/>
			<TicketSelect
				data-autofocus
				label={text.find}
				value={otherId}
				error={error}
				isOffered={({ id, kind: other }) => id !== ticket.id && other !== "approval"}
				onChange={(id) => {
					setError(undefined);
					setOtherId(id);
				}}
			/>
		</RelatedForm>
	);
}
