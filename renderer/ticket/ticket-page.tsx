// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
import { memo, type RefObject, useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { Approvals } from "../approvals/index.ts";
import { ClockSection } from "../clocks/index.ts";
import { peekTopic, useTopic } from "../data/index.ts";
import { noteTyping, useBeHere } from "../presence/index.ts";
import { shownWork, useQueueStore } from "../queue-state/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import { useTitle } from "../title/index.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { ArticlesSection } from "./articles/articles-section.tsx";
import { AskedFields } from "./asked/asked-fields.tsx";
import { Attention } from "./attention.tsx";
import { ChangePanel } from "./change/change-panel.tsx";
import { Composer } from "./composer.tsx";
import { Description } from "./description.tsx";
import { Facts } from "./facts.tsx";
import { IncidentSections } from "./incident/incident-sections.tsx";
import { LinkedAlerts } from "./linked-alerts.tsx";
import { MergedBanner } from "./merging/merged-banner.tsx";
import { MergedConversations } from "./merging/merged-conversations.tsx";
import { LinksSection } from "./related/links-section.tsx";
import { RelatedButtons } from "./related/related-buttons.tsx";
import { RelativesSection } from "./relatives.tsx";
import { SimilarSection } from "./similar-section.tsx";
import { SplitFrom } from "./split-from.tsx";
import classes from "./ticket.module.css";
import { TicketBar } from "./ticket-bar.tsx";
import { TicketCommands } from "./ticket-commands.tsx";
import { TicketHeader } from "./ticket-header.tsx";
import { Timeline } from "./timeline.tsx";
import { useTicketRights } from "./use-ticket-rights.ts";

/** One ticket: timeline in the middle, facts at the side, the next ticket one key away. */
export function TicketPage({ number }: { readonly number: string }) {
	const view = useTicketByKey(number);
	if (view === undefined) return <p className={classes.loading}>{ticketText.page.loading}</p>;
	if (view === null) return <NoTicket ticketKey={number} />;
	return <Loaded view={view} />;
}

/**
 * Watches by id once the address was understood: a ticket made offline gets its real number while
 * it is open, and the address follows.
 */
function useTicketByKey(key: string): TicketView | null | undefined {
	const [, navigate] = useLocation();
	const [kept, setKnown] = useState(() => peekChosen(key));
	const known = kept?.key === key ? kept : peekChosen(key);
	const view = useTopic("ticket", { key: known?.key === key ? known.id : key });
	const id = view?.ticket.id;
	const number = view?.ticket.number;

	useEffect(() => {
		if (id === undefined || number === undefined) return;
		const isAsked = key === id || key === number || (known?.key === key && known.id === id);
		if (!isAsked) return;
		if (kept?.key !== key) setKnown({ key, id });
		if (key !== number) {
			setKnown({ key: number, id });
			navigate(`/tickets/${number}`, { replace: true });
		}
	}, [key, id, number, known, kept, navigate]);
	return view;
}

interface KnownKey {
	readonly key: string;
	readonly id: string;
}

/** The ticket that was beside the list a moment ago is there at once. */
function peekChosen(key: string): KnownKey | null {
	const id = shownWork(useQueueStore.getState()).selectedId;
	const chosen = id === null ? null : peekTopic("ticket", { key: id });
	return id !== null && chosen?.ticket.number === key ? { key, id } : null;
}

function NoTicket({ ticketKey }: { readonly ticketKey: string }) {
	const title = ticketText.page.notFoundTitle(ticketKey);
	useTitle(title);
	return (
		<div className={classes.message}>
			<h1 className={classes.title}>{title}</h1>
			<p>{ticketText.page.notFoundHint}</p>
			<Link href="/queues">{ticketText.page.back}</Link>
		</div>
	);
}

const Loaded = memo(function Loaded({ view }: { readonly view: TicketView }) {
	const { ticket } = view;
	const { canWrite, canMove, canEdit } = useTicketRights(ticket);
	const middle = useRef<HTMLElement>(null);
	useFocusOnArrival(middle, ticket.id);
	useBeHere(ticket.id);
	useTitle(`${ticket.number} ${ticket.shortDescription}`);
	return (
		<div className={classes.page} onInput={() => noteTyping(ticket.id)}>
			<TicketBar view={view} />
			<div className={classes.columns}>
				<section
					ref={middle}
					key={ticket.id}
					className={classes.middle}
					tabIndex={0}
					data-takes-focus
					aria-label={ticketText.page.label(ticket.number)}
				>
					<TicketHeader view={view} canMove={canMove} canEdit={canEdit} level={1} />
					<MergedBanner view={view} canEdit={canWrite} />
					<Attention view={view} />
					<IncidentSections view={view} canEdit={canEdit} />
					<Approvals ticket={ticket} />
					<ChangePanel view={view} canEdit={canMove} />
					<AskedFields key={`asked ${view.ticket.id}`} view={view} canEdit={canEdit} />
					<Description view={view} canEdit={canEdit} />
					<RelativesSection ticketId={ticket.id} />
					<LinksSection ticket={ticket} canEdit={canEdit} />
					<SplitFrom ticket={ticket} />
					{canMove ? <RelatedButtons ticket={ticket} /> : null}
					{canWrite ? <Composer view={view} /> : null}
					<ArticlesSection key={`articles ${ticket.id}`} view={view} canEdit={canEdit} />
					<SimilarSection key={`similar ${ticket.id}`} view={view} canEdit={canEdit} />
					<MergedConversations ticketId={ticket.id} />
					<Timeline view={view} />
				</section>
				<aside className={classes.side} tabIndex={0} aria-label={ticketText.page.details}>
					<ClockSection key={`clocks ${ticket.id}`} view={view} />
					<h2 className={classes.sideTitle}>{ticketText.page.details}</h2>
					<Facts key={ticket.id} view={view} canEdit={canEdit} />
					<LinkedAlerts alerts={view.alerts} />
				</aside>
			</div>
			<TicketCommands ticketId={ticket.id} />
		</div>
	);
});

/** Who comes by key scrolls with the arrow keys at once, and Tab goes on from here. */
function useFocusOnArrival(target: RefObject<HTMLElement | null>, ticketId: string): void {
	// biome-ignore lint/correctness/useExhaustiveDependencies: every ticket is an arrival
	useEffect(() => {
		if (document.activeElement === document.body) target.current?.focus({ preventScroll: true });
	}, [target, ticketId]);
}
