import { Button } from "@mantine/core";
import { LINK_KINDS, type TicketLink } from "../../../shared/ticket/parts/links.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { useTopic } from "../../data/index.ts";
import { linksText as text } from "../../text/en/links.ts";
import { RelativeRow } from "../relative-row.tsx";
import classes from "../relatives.module.css";
import page from "../ticket.module.css";
import { linksOf, unlinkTickets } from "./link-tickets.ts";

interface Props {
	readonly ticket: Ticket;
	readonly canEdit: boolean;
}

/** The tickets that this one is linked to, by how. */
export function LinksSection({ ticket, canEdit }: Props) {
	const links = linksOf(ticket);
	if (links.length === 0) return null;
	return (
		<section className={classes.relatives} aria-label={text.label}>
			{LINK_KINDS.map((kind) => {
				const own = links.filter((link) => link.kind === kind);
				if (own.length === 0) return null;
				return (
					<div key={kind}>
						<h2 className={page.sideTitle}>{text.groups[kind]}</h2>
						<ul className={classes.rows} aria-label={text.groups[kind]}>
							{own.map((link) => (
								<LinkedRow key={link.ticketId} ticket={ticket} link={link} canEdit={canEdit} />
							))}
						</ul>
					</div>
				);
			})}
		</section>
	);
}

function LinkedRow({ ticket, link, canEdit }: Props & { readonly link: TicketLink }) {
	const view = useTopic("ticket", { key: link.ticketId });
	if (!view || view.ticket.id !== link.ticketId) return null;
	return (
		<RelativeRow
			row={view.row}
			action={
				canEdit ? (
					<Button
						variant="subtle"
						color="gray"
						size="compact-xs"
						aria-label={text.unlinkNamed(view.ticket.number)}
						onClick={() => void unlinkTickets(ticket, link)}
					>
						{text.unlink}
					</Button>
				) : null
			}
		/>
	);
}
