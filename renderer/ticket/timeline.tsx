import { SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/protocol.ts";
import classes from "./timeline.module.css";
import { TimelineEntry } from "./timeline-entry.tsx";

type Shown = "everything" | "conversation";

/** What happened to a ticket, the newest first. */
export function Timeline({ view }: { readonly view: TicketView }) {
	const [shown, setShown] = useState<Shown>("everything");
	const pendingIds = useMemo(() => new Set(view.pending.map(({ intent }) => intent.id)), [view.pending]);
	const entries = view.history.filter((entry) => shown === "everything" || entry.note !== null).toReversed();
	return (
		<section aria-label={ticketText.page.timeline}>
			<div className={classes.head}>
				<h2 className={classes.title}>{ticketText.page.timeline}</h2>
				<SegmentedControl
					size="xs"
					value={shown}
					onChange={(value) => setShown(value === "conversation" ? "conversation" : "everything")}
					data={[
						{ value: "everything", label: ticketText.page.everything },
						{ value: "conversation", label: ticketText.page.conversation },
					]}
				/>
			</div>
			<HistoryState state={view.historyState} />
			<ol className={classes.entries}>
				{entries.map((entry) => (
					<TimelineEntry
						key={entry.id}
						entry={entry}
						kind={view.ticket.kind}
						names={view.names}
						isPending={entry.intentId !== null && pendingIds.has(entry.intentId)}
					/>
				))}
			</ol>
		</section>
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
