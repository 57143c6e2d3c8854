import { can, type Role } from "../../shared/permission/permission.ts";
import type { ShortcutId } from "../keys/index.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { canBeHeld } from "./change/can-be-held.ts";
import type { OfferedMove } from "./current-ticket.ts";
import { runMove } from "./run-move.ts";
import { type MoveMeaning, movesFor } from "./ticket-moves.ts";
import type { Myself } from "./use-myself.ts";

/** The keys of moves, by what those mean. */
const KEY_OF: Readonly<Partial<Record<MoveMeaning, ShortcutId>>> = {
	start: "start",
	resume: "start",
	hold: "hold",
	resolve: "resolve",
	reopen: "reopen",
	approve: "approve",
	reject: "reject",
};
const MOVE_KEYS: ReadonlySet<ShortcutId> = new Set(Object.values(KEY_OF));

/** The moves that the palette offers, under the names that their buttons have. */
export function offeredMoves(
	view: TicketView,
	{ roles, person }: Pick<Myself, "roles" | "person">,
	handlers: Readonly<Partial<Record<ShortcutId, () => void>>>,
): readonly OfferedMove[] {
	const isApproval = view.ticket.kind === "approval";
	if (!mayMove(roles, isApproval)) return [];
	return movesFor(view.ticket, roles).map((move) => {
		const shortcut = KEY_OF[move.meaning];
		// Who may decide is judged where its key is handled.
		const decide = isApproval && shortcut ? handlers[shortcut] : undefined;
		return {
			id: move.id,
			label: move.label,
			...(shortcut ? { shortcut } : {}),
			run: decide ?? (() => void runMove(view, move, person)),
		};
	});
}

function mayMove(roles: readonly Role[], isApproval: boolean): boolean {
	return can(roles, isApproval ? "approval.decide" : "ticket.edit");
}

/** Whether a key stands in the palette by itself: those of moves do by the moves, where there are such now. */
export function isOfferedByKey(id: ShortcutId, { ticket }: Pick<TicketView, "ticket">): boolean {
	return !MOVE_KEYS.has(id) || (id === "hold" && canBeHeld(ticket));
}
