import { Modal } from "@mantine/core";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { ShortcutKeys } from "../keys/index.ts";
import { PriorityMark, StateMark } from "../marks/index.ts";
import { HitReasons, MarkedText } from "../search/index.ts";
import { keysText } from "../text/en/keys.ts";
import { paletteText } from "../text/en/palette.ts";
import { searchText } from "../text/en/search.ts";
import { type CurrentTicket, useCurrentTicket } from "../ticket/index.ts";
import type { SearchHit } from "../worker/views/view-protocol.ts";
import classes from "./palette.module.css";
import { beginsWith, findCommands, type PaletteCommand } from "./palette-command.ts";
import { useCommands } from "./use-commands.ts";
import { type Found, useFoundTickets } from "./use-found-tickets.ts";

const NO_HITS: readonly SearchHit[] = [];
const [store, controls] = createSpotlight();
export const openPalette = controls.open;

interface Props {
	readonly onShowKeys: () => void;
}

/** Ctrl+K: every ticket, every place, everything that can be done now. */
export function Palette({ onShowKeys }: Props) {
	const [query, setQuery] = useState("");
	return (
		<Spotlight.Root
			store={store}
			transitionProps={{ duration: 0 }}
			query={query}
			onQueryChange={setQuery}
			shortcut={null}
			// A page that it leads to has the focus where it wants it; else the console gives it back.
			returnFocus={false}
			overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
			scrollable
			maxHeight={420}
			size="lg"
		>
			<Modal.Title className="visually-hidden">{paletteText.label}</Modal.Title>
			<Spotlight.Search
				placeholder={paletteText.placeholder}
				aria-label={paletteText.label}
				leftSection={<IconSearch size={16} aria-hidden="true" />}
			/>
			<Spotlight.ActionsList>
				<Lines query={query} onShowKeys={onShowKeys} />
			</Spotlight.ActionsList>
		</Spotlight.Root>
	);
}

/** On screen only while the palette is open: the ticket at hand changes with every letter somebody types at a list. */
function Lines({ query, onShowKeys }: Props & { readonly query: string }) {
	const [, navigate] = useLocation();
	const { go, act } = useCommands(onShowKeys);
	const found = useFoundTickets(query);
	const tickets = found?.hits ?? NO_HITS;
	const current = useCurrentTicket((state) => state.current);
	const own = findCommands(commandsOf(current), query);
	const groups: readonly (readonly [string, readonly PaletteCommand[]])[] = [
		...(current ? [[paletteText.groups.ticket(current.number), own] as const] : []),
		[paletteText.groups.go, findCommands(go, query)],
		[paletteText.groups.do, findCommands(act, query)],
	];
	// biome-ignore lint/correctness/useExhaustiveDependencies: other lines are drawn when these change
	useEffect(chooseFirst, [query, tickets]);
	const lines = groups.filter(([, commands]) => commands.length > 0);
	// What is only near what was typed comes after what is called just so; and who types what is done with this
	// ticket means that, not another that speaks of it.
	const areTicketsFirst =
		lines.length === 0 || (found?.reading.near.length === 0 && !beginsWith(own[0], query));
	const ticketLines =
		found && tickets.length > 0 ? (
			<TicketGroup key={paletteText.groups.tickets} found={found} onOpen={(path) => navigate(path)} />
		) : null;
	const isEmpty = ticketLines === null && lines.length === 0;

	return (
		<>
			{areTicketsFirst ? ticketLines : null}
			{lines.map(([label, commands]) => (
				<Spotlight.ActionsGroup key={label} label={label}>
					{commands.map((command) => (
						<CommandLine key={command.id} command={command} />
					))}
				</Spotlight.ActionsGroup>
			))}
			{areTicketsFirst ? null : ticketLines}
			{isEmpty ? <Spotlight.Empty>{paletteText.nothing}</Spotlight.Empty> : null}
		</>
	);
}

/** What can be done with the ticket at hand: where it may go first. */
function commandsOf(current: CurrentTicket | null): readonly PaletteCommand[] {
	const actions = (current?.actions ?? []).map(({ id, run }) => ({
		id: `ticket-${id}`,
		label: keysText.labels[id],
		shortcut: id,
		run,
	}));
	return [...(current?.moves ?? []), ...actions];
}

/** Enter takes the first line, also of what is found later: Spotlight itself chooses only once, while typing. */
function chooseFirst(): void {
	const { listId } = store.getState();
	const lines = document.getElementById(listId)?.querySelectorAll("[data-action]") ?? [];
	lines.forEach((line, index) => {
		if (index === 0) line.setAttribute("data-selected", "true");
		else line.removeAttribute("data-selected");
	});
	store.updateState((state) => ({ ...state, selected: lines.length > 0 ? 0 : -1 }));
}

function CommandLine({ command }: { readonly command: PaletteCommand }) {
	return (
		<Spotlight.Action className={classes.action} onClick={command.run}>
			<span className={classes.line}>
				<span>{command.label}</span>
				{command.shortcut ? (
					<span>
						<ShortcutKeys id={command.shortcut} />
					</span>
				) : null}
			</span>
		</Spotlight.Action>
	);
}

function TicketGroup({ found, onOpen }: { readonly found: Found; readonly onOpen: (path: string) => void }) {
	const { text, hits, total, reading } = found;
	return (
		<Spotlight.ActionsGroup label={paletteText.groups.tickets}>
			{hits.map((hit) => (
				<TicketLine
					key={hit.row.id}
					hit={hit}
					marked={reading.marked}
					onOpen={() => onOpen(`/tickets/${hit.row.id}`)}
				/>
			))}
			{total > hits.length ? (
				<Spotlight.Action
					className={classes.action}
					onClick={() => onOpen(`/search?q=${encodeURIComponent(text)}`)}
				>
					<span className={classes.line}>{searchText.all(total)}</span>
				</Spotlight.Action>
			) : null}
		</Spotlight.ActionsGroup>
	);
}

interface TicketLineProps {
	readonly hit: SearchHit;
	readonly marked: readonly string[];
	readonly onOpen: () => void;
}

function TicketLine({ hit: { row, reasons }, marked, onOpen }: TicketLineProps) {
	return (
		<Spotlight.Action className={classes.action} onClick={onOpen}>
			<span className={classes.ticket}>
				<span className={classes.number}>{row.number}</span>
				<span className={classes.what}>
					<span className={classes.title}>
						<MarkedText text={row.shortDescription} words={marked} />
					</span>
					<HitReasons reasons={reasons} />
				</span>
				<StateMark kind={row.kind} state={row.state} isShort />
				<PriorityMark priority={row.priority} isShort />
			</span>
		</Spotlight.Action>
	);
}
