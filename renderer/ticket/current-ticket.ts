import { create } from "zustand";
import type { ShortcutId } from "../keys/index.ts";

/** A way out of where the ticket stands, under its own name. */
export interface OfferedMove {
	readonly id: string;
	readonly label: string;
	readonly shortcut?: ShortcutId;
	readonly run: () => void;
}

/** The ticket at hand, for the palette: its number and what can be done with it now. */
export interface CurrentTicket {
	readonly ticketId: string;
	readonly number: string;
	readonly moves: readonly OfferedMove[];
	readonly actions: readonly { readonly id: ShortcutId; readonly run: () => void }[];
}

interface CurrentTicketState {
	readonly current: CurrentTicket | null;
	readonly setCurrent: (current: CurrentTicket | null) => void;
}

export const useCurrentTicket = create<CurrentTicketState>()((set) => ({
	current: null,
	setCurrent: (current) => set({ current }),
}));
