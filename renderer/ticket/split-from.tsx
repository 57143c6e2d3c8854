import { SPLIT_FROM } from "../../shared/ticket/parts/common-fields.ts";
import { fieldValue, type Ticket } from "../../shared/ticket/ticket.ts";
import { useTopic } from "../data/index.ts";
import { relativesText } from "../text/en/relatives.ts";
import { RelativeRow } from "./relative-row.tsx";
import classes from "./relatives.module.css";
import page from "./ticket.module.css";

/** The ticket that this one was a part of before it was split off. */
export function SplitFrom({ ticket }: { readonly ticket: Ticket }) {
	const from = fieldValue(ticket, SPLIT_FROM);
	return typeof from === "string" ? <From ticketId={from} /> : null;
}

function From({ ticketId }: { readonly ticketId: string }) {
	const view = useTopic("ticket", { key: ticketId });
	if (view?.ticket.id !== ticketId) return null;
	return (
		<section className={classes.relatives} aria-label={relativesText.splitFrom}>
			<h2 className={page.sideTitle}>{relativesText.splitFrom}</h2>
			<ul className={classes.rows} aria-label={relativesText.splitFrom}>
				<RelativeRow row={view.row} />
			</ul>
		</section>
	);
}
