import type { Ticket, TicketFieldName, TicketPatch } from "../../shared/ticket/ticket.ts";
import { CiSelect } from "../ci-select/index.ts";
import { servicesText } from "../text/en/services.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { ImpactSuggestion } from "./impact-suggestion.tsx";
import { QuietField } from "./quiet-field.tsx";
import { saveQuickEdit } from "./save-edit.ts";

interface CiProps {
	readonly ticket: Ticket;
	readonly name: string | null;
	readonly canEdit: boolean;
	readonly save: (field: TicketFieldName, set: TicketPatch) => void;
}

/** The CI of a ticket, chosen by typing. */
export function CiFact({ ticket, name, canEdit, save }: CiProps) {
	const { ciId } = ticket;
	return (
		<QuietField
			label={ticketText.fields.ciId}
			value={name}
			placeholder={ticketText.none}
			isDisabled={!canEdit}
		>
			{(entering) => (
				<CiSelect
					{...entering}
					aria-label={ticketText.fields.ciId}
					value={ciId === null ? null : { id: ciId, name: name ?? ciId }}
					onChange={(ci) => {
						if (ci?.id !== ciId) save("ciId", { ciId: ci?.id ?? null });
					}}
					clearable={ciId !== null}
					clearButtonProps={{
						"aria-label": `${ticketText.pick.clear} ${ticketText.fields.ciId.toLowerCase()}`,
					}}
				/>
			)}
		</QuietField>
	);
}

/** Of kinds that something failing makes: what is asked for or a piece of it has no impact of its own. */
const SUGGESTED_FOR: ReadonlySet<string> = new Set(["incident", "problem", "change"]);

interface SuggestedProps {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

/** What the CI says of impact and team, beside what is there. */
export function SuggestedFact({ view, canEdit }: SuggestedProps) {
	const { ticket } = view;
	if (!canEdit || !SUGGESTED_FOR.has(ticket.kind)) return null;
	const undoLabel = `${ticket.number}: ${servicesText.impact.taken}`;
	return <ImpactSuggestion subject={ticket} onTake={(set) => void saveQuickEdit(view, { set, undoLabel })} />;
}
