import { useEffect } from "react";
import { can } from "../../shared/permission/permission.ts";
import { assertNever } from "../../shared/result.ts";
import { findField } from "../../shared/ticket/lifecycle.ts";
import { canMerge } from "../../shared/ticket/merging.ts";
import { TAGS } from "../../shared/ticket/parts/common-fields.ts";
import type { NoteKind } from "../../shared/ticket/ticket.ts";
import { readTopic, useTopic } from "../data/index.ts";
import { type ShortcutId, useShortcuts } from "../keys/index.ts";
import { mergingText } from "../text/en/merging.ts";
import { problemsText } from "../text/en/problems.ts";
import { tagsText } from "../text/en/tags.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { AssignDialog } from "./assign-dialog.tsx";
import { canBeHeld } from "./change/can-be-held.ts";
import { HoldDialog } from "./change/hold-dialog.tsx";
import { RiskDialog } from "./change/risk-dialog.tsx";
import { VoidDialog } from "./change/void-dialog.tsx";
import { useCurrentTicket } from "./current-ticket.ts";
import { closeByCaller } from "./incident/close-by-caller.ts";
import { PriorityDialog } from "./incident/priority-dialog.tsx";
import { StepDialog } from "./incident/step-dialog.tsx";
import { switchPriority } from "./incident/switch-priority.ts";
import { UpdateDialog } from "./incident/update-dialog.tsx";
import { useMerging } from "./merging/merging-store.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { isOfferedByKey, offeredMoves } from "./offered-moves.ts";
import {
	isRelatedAction,
	RELATED_ACTIONS,
	type RelatedAction,
	relatedActions,
} from "./related/related-actions.ts";
import { RelatedDialog } from "./related/related-dialog.tsx";
import { runMove } from "./run-move.ts";
import { saveQuickEdit, tellWhyNot } from "./save-edit.ts";
import { TagsDialog } from "./tags/tags-dialog.tsx";
import { type MoveMeaning, ticketMoves } from "./ticket-moves.ts";
import { useTicketUi } from "./ticket-ui-store.ts";
import { type Myself, useMyself } from "./use-myself.ts";

interface Props {
	readonly ticketId: string;
	/** What is on screen of it, where that comes later; a key that is faster reads the ticket itself. */
	readonly watchedId?: string | null;
	/** Makes room for writing where no composer is on screen. */
	readonly onWrite?: () => void;
}

/** The keys, palette actions and dialogs of the ticket at hand; draws nothing else. */
export function TicketCommands({ ticketId, watchedId = ticketId, onWrite }: Props) {
	const latest = useTopic("ticket", { key: watchedId ?? ticketId });
	// The topic keeps the ticket before this one for a moment: never act on that.
	const view = latest?.ticket.id === ticketId ? latest : null;
	const handlers = useTicketHandlers({ ticketId, view, onWrite });
	useShortcuts(handlers);
	useOfferToPalette(view, handlers);
	if (!view) return null;
	return (
		<>
			<TicketDialogs view={view} />
			<VoidDialog ticketId={ticketId} />
		</>
	);
}

type Handlers = Readonly<Partial<Record<ShortcutId, () => void>>>;

interface Target {
	readonly ticketId: string;
	readonly view: TicketView | null;
	readonly onWrite: (() => void) | undefined;
}

function useTicketHandlers({ ticketId, view, onWrite }: Target): Handlers {
	const me = useMyself();
	const requestWrite = useTicketUi((state) => state.requestWrite);
	const openDialog = useTicketUi((state) => state.openDialog);

	/** Keys may come faster than the ticket: then it is read first, and no key is lost. */
	async function act(run: (view: TicketView) => Promise<unknown>): Promise<void> {
		const target = view ?? (await readTopic("ticket", { key: ticketId }));
		if (target) await run(target);
	}
	function write(mode: NoteKind): void {
		onWrite?.();
		requestWrite(ticketId, mode);
	}
	if (!can(me.roles, "approval.decide")) return {};
	const move = (...meanings: readonly NamedMeaning[]) => void act((target) => moveBy(target, meanings, me));
	const decisions = { approve: () => move("approve"), reject: () => move("reject") };
	if (!can(me.roles, "ticket.edit")) return decisions;
	return {
		...decisions,
		assignToMe: () => void act((target) => assignToMe(target, me)),
		assign: () => openDialog({ kind: "assign", ticketId }),
		tags: () => void act(editTags),
		merge: () => void act(mergeIncident),
		start: () => move("start", "resume"),
		hold: () => void act((target) => holdOf(target, () => moveBy(target, ["hold"], me))),
		resolve: () => move("resolve"),
		reopen: () => move("reopen"),
		closeByCaller: () => void act(closeByCaller),
		priorityByHand: () => void act((target) => switchPriority(target, me)),
		comment: () => write("comment"),
		workNote: () => write("workNote"),
		...Object.fromEntries(
			RELATED_ACTIONS.map((action) => [action, () => void act((target) => openRelated(target, action))]),
		),
	};
}

async function editTags({ ticket }: TicketView): Promise<void> {
	if (findField(ticket.kind, TAGS)) useTicketUi.getState().openDialog({ kind: "tags", ticketId: ticket.id });
	else tellWhyNot(ticketText.actions.notPossible(ticket.number, tagsText.label));
}

async function mergeIncident({ ticket }: TicketView): Promise<void> {
	if (canMerge(ticket)) useMerging.getState().begin([ticket.id]);
	else tellWhyNot(mergingText.onlyIncidents);
}

async function openRelated({ ticket }: TicketView, action: RelatedAction): Promise<void> {
	if (relatedActions(ticket).includes(action))
		return useTicketUi.getState().openDialog({ kind: "related", ticketId: ticket.id, action });
	tellWhyNot(ticketText.actions.notPossible(ticket.number, problemsText.dialogs[action]));
}

type NamedMeaning = Exclude<MoveMeaning, "other">;

async function moveBy(view: TicketView, meanings: readonly NamedMeaning[], me: Myself): Promise<void> {
	const { ticket } = view;
	if (ticket.kind === "approval") {
		const { refusal } = (await readTopic("approvals", { ticketId: ticket.id })) ?? {};
		if (refusal) return tellWhyNot(refusal.message);
	}
	const move = ticketMoves(ticket).find(({ meaning }) => meanings.some((wanted) => wanted === meaning));
	if (move) return runMove(view, move, me.person);
	const [wanted = "start"] = meanings;
	tellWhyNot(ticketText.actions.notPossible(ticket.number, ticketText.actions[wanted]));
}

/** A change is put on hold where it is: for others on hold is a state. */
async function holdOf({ ticket }: TicketView, move: () => Promise<void>): Promise<void> {
	if (ticket.kind !== "change" || !canBeHeld(ticket)) return move();
	useTicketUi.getState().openDialog({ kind: "holdChange", ticketId: ticket.id });
}

async function assignToMe(view: TicketView, { person }: Myself): Promise<void> {
	const { ticket } = view;
	if (!person) return tellWhyNot(ticketText.actions.whoAreYou);
	if (ticket.assigneeId === person.id) return tellWhyNot(ticketText.actions.alreadyYours(ticket.number));
	const undoLabel = ticketText.actions.assigned(ticket.number, person.name);
	await saveQuickEdit(view, { set: { assigneeId: person.id }, undoLabel });
}

/** Tells the palette which ticket is at hand and what can be done with it. */
function useOfferToPalette(view: TicketView | null, handlers: Handlers): void {
	const me = useMyself();
	const setCurrent = useCurrentTicket((state) => state.setCurrent);
	useEffect(() => {
		if (!view) return;
		const possible = relatedActions(view.ticket);
		const actions = (Object.entries(handlers) as [ShortcutId, () => void][])
			.filter(([id]) => isOfferedByKey(id, view) && (!isRelatedAction(id) || possible.includes(id)))
			.map(([id, run]) => ({ id, run }));
		const moves = offeredMoves(view, me, handlers);
		setCurrent({ ticketId: view.ticket.id, number: view.ticket.number, moves, actions });
	});
	useEffect(() => () => setCurrent(null), [setCurrent]);
}

function TicketDialogs({ view }: { readonly view: TicketView }) {
	const dialog = useTicketUi((state) => state.dialog);
	const closeDialog = useTicketUi((state) => state.closeDialog);
	if (dialog?.ticketId !== view.ticket.id) return null;
	const common = { view, onClose: closeDialog };
	switch (dialog.kind) {
		case "assign":
			return <AssignDialog {...common} />;
		case "move":
			return <MoveDialog {...common} moveId={dialog.moveId} />;
		case "priority":
			return <PriorityDialog {...common} />;
		case "step":
			return <StepDialog {...common} field={dialog.field} to={dialog.to} />;
		case "update":
			return <UpdateDialog {...common} />;
		case "risk":
			return <RiskDialog {...common} />;
		case "holdChange":
			return <HoldDialog {...common} />;
		case "tags":
			return <TagsDialog {...common} />;
		case "related":
			return <RelatedDialog {...common} action={dialog.action} />;
		default:
			return assertNever(dialog);
	}
}
