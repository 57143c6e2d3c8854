import { Button } from "@mantine/core";
import { IconArrowMerge } from "@tabler/icons-react";
import { Link } from "wouter";
import { INCIDENT_STATE } from "../../../shared/ticket/lifecycles/incident.ts";
import { mergedInto } from "../../../shared/ticket/merging.ts";
import { useTopic } from "../../data/index.ts";
import { mergingText as text } from "../../text/en/merging.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { saveQuickEdit } from "../save-edit.ts";
import classes from "./merging.module.css";

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

/** Where a merged ticket goes on, and the way to take it out again. */
export function MergedBanner({ view, canEdit }: Props) {
	const { ticket } = view;
	return mergedInto(ticket) === null ? null : <Banner view={view} canEdit={canEdit} />;
}

function Banner({ view, canEdit }: Props) {
	const { ticket } = view;
	const remaining = useTopic("relatives", { ticketId: ticket.id })?.original;
	if (!remaining) return null;
	// Closed for good it stays what it is.
	const mayTakeApart = canEdit && ticket.state === INCIDENT_STATE.resolved;
	async function takeApart(): Promise<void> {
		const set = { state: INCIDENT_STATE.inProgress, $duplicateOf: null };
		await saveQuickEdit(view, { set, undoLabel: text.apart(ticket.number) });
	}
	return (
		<section className={classes.banner} aria-label={text.banner}>
			<IconArrowMerge size={16} aria-hidden="true" />
			<p className={classes.where}>
				{text.banner}{" "}
				<Link href={`/tickets/${remaining.number}`}>
					{remaining.number} {remaining.shortDescription}
				</Link>
				. <span className={classes.dim}>{text.bannerHint}</span>
			</p>
			{mayTakeApart ? (
				<Button variant="default" size="compact-sm" onClick={() => void takeApart()}>
					{text.takeApart}
				</Button>
			) : null}
		</section>
	);
}
