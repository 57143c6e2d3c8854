import { useEffect } from "react";
import { can } from "../../shared/permission/permission.ts";
import type { NoteKind } from "../../shared/ticket/ticket.ts";
import { useTopic } from "../data/index.ts";
import { type ShortcutId, useShortcuts } from "../keys/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/protocol.ts";
import { AssignDialog } from "./assign-dialog.tsx";
import { useCurrentTicket } from "./current-ticket.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { runMove } from "./run-move.ts";
import { saveQuickEdit, tellRefusal } from "./save-edit.ts";
import { type MoveMeaning, ticketMoves } from "./ticket-moves.ts";
import { useTicketUi } from "./ticket-ui-store.ts";
import { useMyself } from "./use-myself.ts";

interface Props {
	readonly ticketId: string;
	/** Makes room for writing where no composer is on screen. */
	readonly onWrite?: () => void;
}

/** The keys, palette actions and dialogs of the ticket at hand; draws nothing else. */
export function TicketCommands({ ticketId, onWrite }: Props) {
	const view = useTopic("ticket", { key: ticketId });
	// The topic keeps the ticket before this one for a moment: never act on that.
	const isThis = view?.ticket.id === ticketId;
	return isThis ? <Commands view={view} onWrite={onWrite} /> : null;
}

interface CommandsProps {
	readonly view: TicketView;
	readonly onWrite: (() => void) | undefined;
}

function Commands({ view, onWrite }: CommandsProps) {
	const handlers = useTicketHandlers(view, onWrite);
	useShortcuts(handlers);
	useOfferToPalette(view, handlers);
	return <TicketDialogs view={view} />;
}

type Handlers = Readonly<Partial<Record<ShortcutId, () => void>>>;

function useTicketHandlers(view: TicketView, onWrite: (() => void) | undefined): Handlers {
	const me = useMyself();
	const requestWrite = useTicketUi((state) => state.requestWrite);
	const openDialog = useTicketUi((state) => state.openDialog);
	if (!can(me.roles, "ticket.edit")) return {};
	const { ticket } = view;

	function write(mode: NoteKind): void {
		onWrite?.();
		requestWrite(ticket.id, mode);
	}
	function move(...meanings: readonly Exclude<MoveMeaning, "other">[]): void {
		const found = ticketMoves(ticket).find((candidate) => meanings.some((one) => one === candidate.meaning));
		const [wanted = "start"] = meanings;
		if (found) void runMove(view, found, me.person);
		else tellRefusal(ticketText.actions.notPossible(ticket.number, ticketText.actions[wanted]));
	}
	return {
		assignToMe: () => void assignToMe(view, me.person),
		assign: () => openDialog({ kind: "assign", ticketId: ticket.id }),
		start: () => move("start", "resume"),
		hold: () => move("hold"),
		resolve: () => move("resolve"),
		reopen: () => move("reopen"),
		comment: () => write("comment"),
		workNote: () => write("workNote"),
	};
}

async function assignToMe(
	view: TicketView,
	me: { readonly id: string; readonly name: string } | null,
): Promise<void> {
	const { ticket } = view;
	if (!me) return tellRefusal(ticketText.actions.whoAreYou);
	if (ticket.assigneeId === me.id) return tellRefusal(ticketText.actions.alreadyYours(ticket.number));
	const undoLabel = ticketText.actions.assigned(ticket.number, me.name);
	await saveQuickEdit(view, { set: { assigneeId: me.id }, undoLabel });
}

/** Tells the palette which ticket is at hand and what can be done with it. */
function useOfferToPalette(view: TicketView, handlers: Handlers): void {
	const setCurrent = useCurrentTicket((state) => state.setCurrent);
	const { id, number } = view.ticket;
	useEffect(() => {
		const actions = (Object.entries(handlers) as [ShortcutId, () => void][]).map(([action, run]) => ({
			id: action,
			run,
		}));
		setCurrent({ ticketId: id, number, actions });
	});
	useEffect(() => () => setCurrent(null), [setCurrent]);
}

function TicketDialogs({ view }: { readonly view: TicketView }) {
	const dialog = useTicketUi((state) => state.dialog);
	const closeDialog = useTicketUi((state) => state.closeDialog);
	if (dialog?.ticketId !== view.ticket.id) return null;
	return dialog.kind === "assign" ? (
		<AssignDialog view={view} onClose={closeDialog} />
	) : (
		<MoveDialog view={view} to={dialog.to} onClose={closeDialog} />
	);
}
