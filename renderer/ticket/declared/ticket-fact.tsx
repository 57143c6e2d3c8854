import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import { useTopic } from "../../data/index.ts";
import { ticketText } from "../../text/en/ticket.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";
import { QuietField } from "../quiet-field.tsx";
import { TicketSelect } from "./ticket-select.tsx";

interface Props {
	readonly label: string;
	readonly value: string | null;
	readonly canEdit: boolean;
	/** Which may be chosen; all without it. */
	readonly isOffered?: (row: QueueRow) => boolean;
	readonly onChange: (ticketId: string | null) => void;
}

/** Another ticket that this one names: a way to it, and to choose it. */
export function TicketFact({ label, value, canEdit, isOffered, onChange }: Props) {
	const other = useTopic("ticket", { key: value ?? "" });
	const row = value !== null && other?.ticket.id === value ? other.row : null;
	if (value !== null && !canEdit) return <TicketLink row={row} value={value} />;
	return (
		<>
			{value === null ? null : <TicketLink row={row} value={value} />}
			<QuietField
				label={label}
				value={value === null ? null : ticketText.pick.another}
				placeholder={ticketText.none}
				isDisabled={!canEdit}
			>
				{(entering) => (
					<TicketSelect
						aria-label={label}
						value={value}
						{...(isOffered ? { isOffered } : {})}
						onChange={(id) => {
							if (id !== value) onChange(id);
						}}
						entering={entering}
					/>
				)}
			</QuietField>
		</>
	);
}

function TicketLink({
	row,
	value,
}: {
	readonly row: { readonly number: string; readonly shortDescription: string } | null;
	readonly value: string;
}) {
	if (row === null) return <span>{value}</span>;
	return (
		<Anchor component={Link} href={`/tickets/${row.number}`} title={row.shortDescription}>
			{row.number}
		</Anchor>
	);
}
