import { findState, lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import { fieldValue } from "../../shared/ticket/ticket.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { LongText } from "./long-text.tsx";
import classes from "./ticket.module.css";

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

/** The caller's own words, then the long texts that the ticket's kind declares; each is editable in place. */
export function Description({ view, canEdit }: Props) {
	const { ticket } = view;
	const locked = findState(ticket.kind, ticket.state)?.locks ?? [];
	const texts = lifecycleOf(ticket.kind).fields.filter(
		({ type, isShownApart = false }) => type === "longText" && !isShownApart,
	);
	return (
		<>
			<LongText
				view={view}
				field="description"
				canEdit={canEdit}
				addLabel={ticketText.page.addDescription}
				editLabel={ticketText.page.editDescription}
			/>
			{texts.map(({ name, label, isByRule = false }) => {
				const mayEdit = canEdit && !isByRule && !locked.includes(name);
				const isFilled = (fieldValue(ticket, name) ?? "") !== "";
				if (!isFilled && !mayEdit) return null;
				return (
					<section key={name} className={classes.longText} aria-label={label}>
						{isFilled ? <h2 className={classes.sideTitle}>{label}</h2> : null}
						<LongText
							view={view}
							field={name}
							canEdit={mayEdit}
							addLabel={ticketText.page.addText(label)}
							editLabel={ticketText.page.editText(label)}
						/>
					</section>
				);
			})}
		</>
	);
}
