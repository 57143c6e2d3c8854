import { Button } from "@mantine/core";
import { can } from "../../../shared/permission/permission.ts";
import { findField } from "../../../shared/ticket/lifecycle.ts";
import { derivePriority } from "../../../shared/ticket/priority.ts";
import { fieldValue } from "../../../shared/ticket/ticket.ts";
import { useTopic } from "../../data/index.ts";
import { PriorityMark } from "../../marks/index.ts";
import { incidentText } from "../../text/en/incident.ts";
import { ticketText } from "../../text/en/ticket.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { useMyself } from "../use-myself.ts";
import classes from "./incident.module.css";
import { switchPriority } from "./switch-priority.ts";

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

const text = incidentText.priority;

/** What the priority is; where a lead set it, why, and what the matrix would give. */
export function PriorityFact({ view, canEdit }: Props) {
	const { ticket } = view;
	const me = useMyself();
	const settings = useTopic("settings", null);
	const isByHand = fieldValue(ticket, "$priorityOverride") !== null;
	const hasOverride = findField(ticket.kind, "$priorityOverride") !== undefined;
	const maySet = canEdit && hasOverride && can(me.roles, "priority.override");
	const derived = derivePriority(ticket.impact, ticket.urgency, settings?.priorities.matrix);
	return (
		<div className={classes.priority}>
			<span>
				<PriorityMark priority={ticket.priority} />
				{isByHand ? <span className={classes.dim}> {text.byHand}</span> : null}
			</span>
			{maySet ? (
				<Button variant="subtle" color="gray" size="compact-xs" onClick={() => void switchPriority(view, me)}>
					{isByHand ? text.takeBack : text.set}
				</Button>
			) : null}
			{isByHand ? (
				<p className={classes.why}>
					{String(fieldValue(ticket, "$priorityReason") ?? "")}
					<span className={classes.dim}> · {text.derived(ticketText.priority(derived))}</span>
				</p>
			) : null}
		</div>
	);
}
