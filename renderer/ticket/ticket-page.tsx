// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
import { ActionIcon, Tooltip } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowLeft, IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { Approvals } from "../approvals/index.ts";
import { ClockSection } from "../clocks/index.ts";
import { callWorker, peekTopic, readTopic, useTopic } from "../data/index.ts";
import { useShortcuts } from "../keys/index.ts";
import { queryOf, useQueueStore } from "../queue-state/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import { useTitle } from "../title/index.ts";
import type { TicketView, ViewQuery } from "../worker/protocol.ts";
import { AskedFields } from "./asked/asked-fields.tsx";
import { Attention } from "./attention.tsx";
import { ChangePanel } from "./change/change-panel.tsx";
import { Composer } from "./composer.tsx";
import { Description } from "./description.tsx";
import { Facts } from "./facts.tsx";
import { IncidentSections } from "./incident/incident-sections.tsx";
import { LinkedAlerts } from "./linked-alerts.tsx";
import { RelatedButtons } from "./related/related-buttons.tsx";
import { RelativesSection } from "./relatives.tsx";
import classes from "./ticket.module.css";
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
	const [known, setKnown] = useState(() => peekChosen(key));
	const view = useTopic("ticket", { key: known?.key === key ? known.id : key });
	const id = view?.ticket.id;
	const number = view?.ticket.number;

	useEffect(() => {
		if (id === undefined || number === undefined) return;
		const isAsked = key === id || key === number || (known?.key === key && known.id === id);
		if (!isAsked) return;
		if (known?.key !== key) setKnown({ key, id });
		if (key !== number) {
			setKnown({ key: number, id });
			navigate(`/tickets/${number}`, { replace: true });
		}
	}, [key, id, number, known, navigate]);
	return view;
}

interface KnownKey {
	readonly key: string;
	readonly id: string;
}

/** The ticket that was beside the list a moment ago is there at once. */
function peekChosen(key: string): KnownKey | null {
	const { work, view } = useQueueStore.getState();
	const id = work[view].selectedId;
	const chosen = id === null ? null : peekTopic("ticket", { key: id });
	return id !== null && chosen?.ticket.number === key ? { key, id } : null;
}

function NoTicket({ ticketKey }: { readonly ticketKey: string }) {
	return (
		<div className={classes.message}>
			<h1 className={classes.title}>{ticketText.page.notFoundTitle(ticketKey)}</h1>
			<p>{ticketText.page.notFoundHint}</p>
			<Link href="/queues">{ticketText.page.back}</Link>
		</div>
	);
}

function Loaded({ view }: { readonly view: TicketView }) {
	const { ticket } = view;
	const { canWrite, canMove, canEdit } = useTicketRights(ticket);
	const middle = useRef<HTMLElement>(null);
	useFocusOnArrival(middle, ticket.id);
	useTitle(`${ticket.number} ${ticket.shortDescription}`);
	return (
		<div className={classes.page}>
			<TopBar view={view} />
			<div className={classes.columns}>
				<section
					ref={middle}
					key={ticket.id}
					className={classes.middle}
					tabIndex={0}
					aria-label={ticketText.page.label(ticket.number)}
				>
					<TicketHeader view={view} canMove={canMove} canEdit={canEdit} level={1} />
					<Attention view={view} />
					<IncidentSections view={view} canEdit={canEdit} />
					<Approvals ticket={ticket} />
					<ChangePanel view={view} canEdit={canMove} />
					<AskedFields key={`asked ${view.ticket.id}`} view={view} canEdit={canEdit} />
					<Description view={view} canEdit={canEdit} />
					<RelativesSection ticketId={ticket.id} />
					{canMove ? <RelatedButtons ticket={ticket} /> : null}
					{canWrite ? <Composer view={view} /> : null}
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
}

/** Who comes by key scrolls with the arrow keys at once, and Tab goes on from here. */
function useFocusOnArrival(target: RefObject<HTMLElement | null>, ticketId: string): void {
	// biome-ignore lint/correctness/useExhaustiveDependencies: every ticket is an arrival
	useEffect(() => {
		if (document.activeElement === document.body) target.current?.focus({ preventScroll: true });
	}, [target, ticketId]);
}

function TopBar({ view }: { readonly view: TicketView }) {
	const step = useNeighbours(view.ticket.id);
	const [, navigate] = useLocation();
	const backTo = useQueueStore((state) => `/queues/${state.view}`);
	useShortcuts({
		nextTicket: () => step(1),
		previousTicket: () => step(-1),
		down: () => step(1),
		up: () => step(-1),
		backToQueue: () => navigate(backTo),
	});
	return (
		<div className={classes.bar}>
			<Tooltip label={ticketText.page.back}>
				<ActionIcon component={Link} className={classes.back} href={backTo} aria-label={ticketText.page.back}>
					<IconArrowLeft size={16} />
				</ActionIcon>
			</Tooltip>
			<span className={classes.number} data-ticket-number={view.ticket.number}>
				{view.ticket.number}
			</span>
			<span className={classes.dim}>{ticketText.kindName(view.ticket.kind)}</span>
			{view.ticket.number.startsWith("NEW-") ? (
				<span className={classes.dim}>{ticketText.page.provisional}</span>
			) : null}
			<div className={classes.steps}>
				<Tooltip label={ticketText.page.previous}>
					<ActionIcon aria-label={ticketText.page.previous} onClick={() => step(-1)}>
						<IconChevronUp size={16} />
					</ActionIcon>
				</Tooltip>
				<Tooltip label={ticketText.page.next}>
					<ActionIcon aria-label={ticketText.page.next} onClick={() => step(1)}>
						<IconChevronDown size={16} />
					</ActionIcon>
				</Tooltip>
			</div>
		</div>
	);
}

/** Goes to the tickets before and after this one in the queue it was opened from. */
function useNeighbours(ticketId: string): (step: number) => void {
	const [, navigate] = useLocation();
	return (step) => void goTo(ticketId, step, navigate);
}

/** A ticket that left the queue (it was just resolved) has its neighbours around the place it had. */
async function findNeighbour(query: ViewQuery, ticketId: string, step: number): Promise<string | null> {
	if ((await callWorker("indexOf", { query, ticketId })) !== null) {
		return callWorker("neighbour", { query, ticketId, step });
	}
	const { work, view } = useQueueStore.getState();
	const place = work[view].selectedIndex + (step > 0 ? step - 1 : step);
	if (place < 0) return null;
	const { rows } = await readTopic("view", { query, window: { from: place, count: 1 } });
	return rows[0]?.id ?? null;
}

async function goTo(ticketId: string, step: number, navigate: (to: string) => void): Promise<void> {
	const state = useQueueStore.getState();
	const query = queryOf(state);
	const next = await findNeighbour(query, ticketId, step);
	if (next === null) {
		notifications.show({
			message: step > 0 ? ticketText.page.endOfQueue : ticketText.page.startOfQueue,
			autoClose: 2_000,
		});
		return;
	}
	const index = await callWorker("indexOf", { query, ticketId: next });
	state.select(next, index ?? 0);
	navigate(`/tickets/${next}`);
}
