import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useId, useState } from "react";
import { isOpenState } from "../../../shared/ticket/lifecycle.ts";
import { canMerge } from "../../../shared/ticket/merging.ts";
import { useTopic } from "../../data/index.ts";
import { mergingText as text } from "../../text/en/merging.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";
import page from "../ticket.module.css";
import { TimelineEntries } from "../timeline-entries.tsx";
import classes from "./merging.module.css";

/** What was written on the incidents that were merged into this one: each unfolds where it is wanted. */
export function MergedConversations({ ticketId }: { readonly ticketId: string }) {
	const duplicates = useTopic("relatives", { ticketId })?.duplicates ?? [];
	const merged = duplicates.filter((row) => canMerge(row) && !isOpenState(row.kind, row.state));
	if (merged.length === 0) return null;
	return (
		<section aria-label={text.conversations}>
			<h2 className={page.sideTitle}>{text.conversations}</h2>
			{merged.map((row) => (
				<Conversation key={row.id} row={row} />
			))}
		</section>
	);
}

function Conversation({ row }: { readonly row: QueueRow }) {
	const [isOpen, setIsOpen] = useState(false);
	const id = useId();
	const Icon = isOpen ? IconChevronDown : IconChevronRight;
	return (
		<>
			<button
				type="button"
				className={classes.unfold}
				aria-expanded={isOpen}
				aria-controls={id}
				onClick={() => setIsOpen(!isOpen)}
			>
				<Icon size={14} aria-hidden="true" />
				{text.conversation(row.number, row.callerName)}
			</button>
			<div id={id} className={classes.conversation}>
				{isOpen ? <Notes ticketId={row.id} /> : null}
			</div>
		</>
	);
}

function Notes({ ticketId }: { readonly ticketId: string }) {
	const view = useTopic("ticket", { key: ticketId });
	if (!view || view.ticket.id !== ticketId) return <p className={classes.dim}>{text.loading}</p>;
	const notes = view.history.filter(({ note }) => note !== null).toReversed();
	if (notes.length > 0) return <TimelineEntries view={view} entries={notes} />;
	return <p className={classes.dim}>{view.historyState === "complete" ? text.silent : text.loading}</p>;
}
