import { create } from "zustand";
import type { ShortcutId } from "../keys/index.ts";

/** The ticket at hand, for the palette: its number and what can be done with it now. */
export interface CurrentTicket {
	readonly ticketId: string;
	readonly number: string;
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
