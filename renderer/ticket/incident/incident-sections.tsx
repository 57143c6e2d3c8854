import { Button } from "@mantine/core";
import { incidentText } from "../../text/en/incident.ts";
import { keysText } from "../../text/en/keys.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { closeByCaller, isCallerSilent } from "./close-by-caller.ts";
import classes from "./incident.module.css";
import { MajorSection } from "./major-section.tsx";

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

/** What only incidents have: a caller who does not answer, and its being a major one. */
export function IncidentSections({ view, canEdit }: Props) {
	if (view.ticket.kind !== "incident") return null;
	return (
		<>
			{canEdit && isCallerSilent(view.ticket) ? <SilentCaller view={view} /> : null}
			<MajorSection view={view} canEdit={canEdit} />
		</>
	);
}

/** Two reminders went unanswered: one key or button ends it. */
function SilentCaller({ view }: { readonly view: TicketView }) {
	const text = incidentText.silent;
	return (
		<section className={classes.panel} aria-label={text.title}>
			<h2 className={classes.panelTitle}>{text.title}</h2>
			<p>{text.hint}</p>
			<Button title={keysText.labels.closeByCaller} onClick={() => void closeByCaller(view)}>
				{text.resolve}
			</Button>
		</section>
	);
}
