import { mayRelate } from "../../shared/ticket/relations.ts";
import type { Ticket, TicketFieldName, TicketPatch } from "../../shared/ticket/ticket.ts";
import { ticketText } from "../text/en/ticket.ts";
import { offeredFor } from "./declared/offered-tickets.ts";
import { TicketFact } from "./declared/ticket-fact.tsx";
import { Fact } from "./fact.tsx";

interface Props {
	readonly ticket: Ticket;
	readonly canEdit: boolean;
	readonly errors: Readonly<Partial<Record<TicketFieldName, string>>>;
	readonly save: (field: TicketFieldName, set: TicketPatch) => void;
}

/** The problem that causes a ticket, of the kinds that problems cause. */
export function ProblemFact({ ticket, canEdit, errors, save }: Props) {
	if (!mayRelate(ticket, "problemId", { id: "", kind: "problem" })) return null;
	return (
		<Fact label={ticketText.fields.problemId} error={errors.problemId}>
			<TicketFact
				label={ticketText.fields.problemId}
				value={ticket.problemId}
				canEdit={canEdit}
				isOffered={offeredFor(ticket, "problemId")}
				onChange={(problemId) => save("problemId", { problemId })}
			/>
		</Fact>
	);
}
