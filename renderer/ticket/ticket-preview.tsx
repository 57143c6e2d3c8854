// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
import { IconArrowsDiagonal } from "@tabler/icons-react";
import { useCallback, useEffect, useRef } from "react";
import { Link } from "wouter";
import { Approvals } from "../approvals/index.ts";
import { useTopic } from "../data/index.ts";
import { noteTyping, PeopleHere, useBeHere } from "../presence/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { AskedFields } from "./asked/asked-fields.tsx";
import { Attention } from "./attention.tsx";
import { Composer } from "./composer.tsx";
import { Description } from "./description.tsx";
import { Facts } from "./facts.tsx";
import { LinkedAlerts } from "./linked-alerts.tsx";
import { MergedBanner } from "./merging/merged-banner.tsx";
import classes from "./ticket.module.css";
import { TicketHeader } from "./ticket-header.tsx";
import { Timeline } from "./timeline.tsx";
import { useTicketRights } from "./use-ticket-rights.ts";

/** A ticket beside the list: everything that is needed to act on it. */
export function TicketPreview({ ticketKey }: { readonly ticketKey: string }) {
	const view = useTopic("ticket", { key: ticketKey });
	return view ? <Loaded view={view} /> : null;
}

function Loaded({ view }: { readonly view: TicketView }) {
	const { canWrite, canMove, canEdit } = useTicketRights(view.ticket);
	const { body, handleScroll } = useTopOf(view.ticket.id);
	useBeHere(view.ticket.id);
	return (
		<div className={classes.preview} onInput={() => noteTyping(view.ticket.id)}>
			<div className={classes.previewHead}>
				<Link className={classes.number} href={`/tickets/${view.ticket.number}`}>
					{view.ticket.number}
				</Link>
				<span className={classes.dim}>{ticketText.kindName(view.ticket.kind)}</span>
				<PeopleHere ticketId={view.ticket.id} />
				<Link
					className={classes.openPage}
					href={`/tickets/${view.ticket.number}`}
					aria-label={ticketText.page.openPage}
					title={ticketText.page.openPage}
				>
					<IconArrowsDiagonal size={15} aria-hidden="true" />
				</Link>
			</div>
			<section
				ref={body}
				className={classes.previewBody}
				tabIndex={0}
				aria-label={view.ticket.number}
				onScroll={handleScroll}
			>
				<TicketHeader view={view} canMove={canMove} canEdit={canEdit} level={2} />
				<MergedBanner view={view} canEdit={canWrite} />
				<Attention view={view} />
				<Approvals ticket={view.ticket} />
				{view.ticket.kind === "approval" ? null : <Facts view={view} canEdit={canEdit} isShort />}
				<AskedFields key={`asked ${view.ticket.id}`} view={view} canEdit={canEdit} />
				<Description view={view} canEdit={canEdit} />
				<LinkedAlerts alerts={view.alerts} />
				{canWrite ? <Composer view={view} /> : null}
				<Timeline view={view} />
			</section>
		</div>
	);
}

/** Another ticket is read from its top. Scrolling lays the page out, so only what was scrolled goes back. */
function useTopOf(shownId: string | undefined) {
	const body = useRef<HTMLElement>(null);
	const isScrolled = useRef(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: every ticket begins anew
	useEffect(() => {
		// Newer browsers answer a promise, which an effect must not return.
		if (isScrolled.current) body.current?.scrollTo(0, 0);
		isScrolled.current = false;
	}, [shownId]);
	const handleScroll = useCallback(() => {
		isScrolled.current = true;
	}, []);
	return { body, handleScroll };
}
