import { useState } from "react";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import classes from "./timeline.module.css";
import { TimelineEntries } from "./timeline-entries.tsx";

const SHOWN = ["everything", "conversation"] as const;
type Shown = (typeof SHOWN)[number];

/** What happened to a ticket, the newest first. */
export function Timeline({ view }: { readonly view: TicketView }) {
	const [shown, setShown] = useState<Shown>("everything");
	const entries = view.history.filter((entry) => shown === "everything" || entry.note !== null).toReversed();
	return (
		<section aria-label={ticketText.page.timeline}>
			<div className={classes.head}>
				<h2 className={classes.title}>{ticketText.page.timeline}</h2>
				<ShownTabs shown={shown} onChoose={setShown} />
			</div>
			<HistoryState state={view.historyState} />
			<TimelineEntries key={`${view.ticket.id} ${shown}`} view={view} entries={entries} />
		</section>
	);
}

interface ShownTabsProps {
	readonly shown: Shown;
	readonly onChoose: (shown: Shown) => void;
}

function ShownTabs({ shown, onChoose }: ShownTabsProps) {
	return (
		<fieldset className={classes.tabs}>
			<legend className="visually-hidden">{ticketText.page.timelineShows}</legend>
			{SHOWN.map((choice) => (
				<button
					key={choice}
					type="button"
					className={classes.tab}
					aria-pressed={choice === shown}
					onClick={() => onChoose(choice)}
				>
					{ticketText.page[choice]}
				</button>
			))}
		</fieldset>
	);
}

function HistoryState({ state }: { readonly state: TicketView["historyState"] }) {
	if (state === "complete") return null;
	return (
		<p className={classes.notice} role="status">
			{state === "partial" ? ticketText.page.partial : ticketText.page.historyLoading}
		</p>
	);
}
