import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { NeedsYouCard } from "../attention/index.ts";
import { useShortcuts } from "../keys/index.ts";
import { attentionText } from "../text/en/attention.ts";
import { syncText } from "../text/en/sync.ts";
import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";
import { describeIntent } from "./describe-intent.ts";
import { EditedTicket } from "./edited-ticket.tsx";
import { groupByAct } from "./group-by-act.ts";
import { NeedsYouGroup } from "./needs-you-group.tsx";
import classes from "./sync.module.css";

/** Everything that waits for a person's word, one after the other by keys. */
export function NeedsYouList({ needing: all }: { readonly needing: readonly PendingIntent[] }) {
	const [shownBatches, setShownBatches] = useState<ReadonlySet<string>>(new Set());
	const { groups, needing } = groupByAct(all, shownBatches);
	const [at, setAt] = useState(0);
	const [, navigate] = useLocation();
	const list = useRef<HTMLOListElement>(null);
	const current = Math.min(at, needing.length - 1);
	const currentId = needing[current]?.intent.id;

	function go(to: number): void {
		const next = Math.max(0, Math.min(to, needing.length - 1));
		setAt(next);
		list.current?.children.item(next)?.scrollIntoView({ block: "nearest" });
	}
	useShortcuts({
		down: () => go(current + 1),
		up: () => go(current - 1),
		open: () => {
			const ticketId = needing[current]?.intent.ticketId;
			if (ticketId !== undefined) navigate(`/tickets/${ticketId}`);
		},
	});
	// What was settled is gone, and with it the focus: it goes to the one that came in its place.
	// biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is at hand
	useEffect(() => {
		const item = list.current?.children.item(current);
		const isFocusFree =
			document.activeElement === document.body || list.current?.contains(document.activeElement);
		if (item instanceof HTMLElement && isFocusFree) item.focus({ preventScroll: true });
	}, [currentId]);

	return (
		<section className={classes.section} aria-labelledby="needs-you-title">
			<h2 id="needs-you-title" className={classes.subtitle}>
				{syncText.page.needsYou} ({all.length})
			</h2>
			{groups.map(({ batchId, edits }) => (
				<NeedsYouGroup
					key={batchId}
					edits={edits}
					onShowEach={() => setShownBatches(new Set([...shownBatches, batchId]))}
				/>
			))}
			<p className={classes.dim} hidden={needing.length === 0}>
				{attentionText.keys} {needing.some(({ conflict }) => conflict) ? attentionText.conflictKeys : null}
			</p>
			<ol ref={list} className={classes.cards}>
				{needing.map((pending, index) => (
					<li
						key={pending.intent.id}
						tabIndex={-1}
						data-current={index === current || undefined}
						aria-label={`${pending.ticketNumber || syncText.page.notHere} ${pending.shortDescription}: ${describeIntent(pending)}`}
						onFocus={() => setAt(index)}
					>
						<p className={classes.cardTitle}>
							<EditedTicket pending={pending} />
						</p>
						<NeedsYouCard pending={pending} hasKeys={index === current} />
					</li>
				))}
			</ol>
		</section>
	);
}
