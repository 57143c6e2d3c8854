import { Link } from "wouter";
import { findState } from "../../../shared/ticket/lifecycle.ts";
import { useTopic } from "../../data/index.ts";
import { StateMark } from "../../marks/index.ts";
import { incidentText } from "../../text/en/incident.ts";
import type { QueueRow } from "../../worker/protocol.ts";
import classes from "./incident.module.css";

const text = incidentText.children;

/** The incidents that are a part of this one. */
export function Children({ parts }: { readonly parts: readonly QueueRow[] }) {
	const children = parts.filter(({ kind }) => kind === "incident");
	if (children.length === 0) return null;
	return (
		<section className={classes.panel} data-tone="calm" aria-label={text.title}>
			<h2 className={classes.panelTitle}>{text.title}</h2>
			<ul className={classes.lines}>
				{children.map((row) => (
					<li key={row.id} className={classes.line}>
						<Link href={`/tickets/${row.number}`}>{row.number}</Link>
						<span>{row.shortDescription}</span>
						<StateMark kind={row.kind} state={row.state} holdReason={row.holdReason} />
					</li>
				))}
			</ul>
		</section>
	);
}

/** The children that would be resolved with their parent, as far as they are known here. */
export function useOpenChildren(ticketId: string): readonly QueueRow[] {
	const relatives = useTopic("relatives", { ticketId });
	return (relatives?.parts ?? []).filter(({ kind, state }) => {
		const phase = findState(kind, state)?.phase;
		return kind === "incident" && (phase === "open" || phase === "hold");
	});
}
