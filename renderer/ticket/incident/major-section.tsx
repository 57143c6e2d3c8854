import { Button } from "@mantine/core";
import { can } from "../../../shared/permission/permission.ts";
import { isMajor } from "../../../shared/ticket/incident-rules.ts";
import { stepsFrom } from "../../../shared/ticket/judge-steps.ts";
import { findField, findState } from "../../../shared/ticket/lifecycle.ts";
import { MAJOR_STATE } from "../../../shared/ticket/lifecycles/major-fields.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { incidentText } from "../../text/en/incident.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { LongText } from "../long-text.tsx";
import { useTicketUi } from "../ticket-ui-store.ts";
import { useMyself } from "../use-myself.ts";
import classes from "./incident.module.css";
import { MajorRoles } from "./major-roles.tsx";
import { MajorUpdates } from "./major-updates.tsx";
import { NextUpdate } from "./next-update.tsx";

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

const text = incidentText.major;
const QUIET = { variant: "subtle", color: "gray", size: "compact-xs" } as const;

/** Whether an incident is a major one, and all that one has beyond others. */
export function MajorSection({ view, canEdit }: Props) {
	const { ticket } = view;
	const isProposed = ticket.$majorState === MAJOR_STATE.proposed;
	if (!isMajor(ticket) && !isProposed) return canEdit ? <Steps ticket={ticket} isQuiet /> : null;
	const title = isProposed ? text.proposed : text.title;
	return (
		<section className={classes.panel} data-tone={isProposed ? "proposed" : "major"} aria-label={title}>
			<h2 className={classes.panelTitle}>{title}</h2>
			{isProposed ? null : <NextUpdate ticket={ticket} />}
			{isProposed ? null : <MajorRoles view={view} canEdit={canEdit} />}
			<h3 className={classes.subTitle}>{text.impact}</h3>
			<LongText
				view={view}
				field="$businessImpact"
				canEdit={canEdit}
				addLabel={text.addImpact}
				editLabel={text.edit(text.impact)}
			/>
			{isProposed ? null : <Review view={view} canEdit={canEdit} />}
			{isProposed ? null : <MajorUpdates view={view} />}
			{canEdit ? <Steps ticket={ticket} /> : null}
		</section>
	);
}

/** Written once it is resolved: without it a major incident is not closed. */
function Review({ view, canEdit }: Props) {
	const { ticket } = view;
	const isOver = findState(ticket.kind, ticket.state)?.phase !== "resolved";
	if (isOver && !ticket.$reviewNotes) return null;
	return (
		<>
			<h3 className={classes.subTitle}>{text.review}</h3>
			<LongText
				view={view}
				field="$reviewNotes"
				canEdit={canEdit}
				addLabel={text.addReview}
				editLabel={text.edit(text.review)}
			/>
		</>
	);
}

/** The steps that this person may take from here, and the word to be sent. */
function Steps({ ticket, isQuiet = false }: { readonly ticket: Ticket; readonly isQuiet?: boolean }) {
	const { roles } = useMyself();
	const openDialog = useTicketUi((state) => state.openDialog);
	const field = findField(ticket.kind, "$majorState");
	const phase = findState(ticket.kind, ticket.state)?.phase;
	if (!field || phase === "closed" || phase === "canceled") return null;
	const steps = stepsFrom(ticket, field).filter(({ needs }) => needs === undefined || can(roles, needs));
	return (
		<fieldset className={classes.buttons}>
			<legend className="visually-hidden">{text.steps}</legend>
			{isMajor(ticket) ? (
				<Button onClick={() => openDialog({ kind: "update", ticketId: ticket.id })}>{text.sendUpdate}</Button>
			) : null}
			{steps.map(({ to, label }) => (
				<Button
					key={to}
					{...(isQuiet ? QUIET : { variant: "default" })}
					onClick={() => openDialog({ kind: "step", ticketId: ticket.id, field: field.name, to })}
				>
					{label}
				</Button>
			))}
		</fieldset>
	);
}
