import { create } from "zustand";
import type { NoteKind } from "../../shared/ticket/ticket.ts";
import type { RelatedAction } from "./related/related-actions.ts";

/** A dialog asked for one ticket. */
export type TicketDialog =
	| { readonly kind: "move"; readonly ticketId: string; readonly moveId: string }
	| { readonly kind: "assign" | "risk" | "holdChange" | "tags"; readonly ticketId: string }
	| { readonly kind: "related"; readonly ticketId: string; readonly action: RelatedAction }
	/** A priority by hand. */
	| { readonly kind: "priority"; readonly ticketId: string }
	/** A step of a field that goes by steps. */
	| { readonly kind: "step"; readonly ticketId: string; readonly field: string; readonly to: string | number }
	/** Word of a major incident. */
	| { readonly kind: "update"; readonly ticketId: string };

interface TicketUiState {
	readonly dialog: TicketDialog | null;
	/** A wish to write, until a composer of that ticket takes it. */
	readonly writeRequest: { readonly ticketId: string; readonly mode: NoteKind } | null;
	readonly openDialog: (dialog: TicketDialog) => void;
	readonly closeDialog: () => void;
	readonly requestWrite: (ticketId: string, mode: NoteKind) => void;
	readonly takeWriteRequest: () => void;
}

/** What is open around the ticket at hand. */
export const useTicketUi = create<TicketUiState>()((set) => ({
	dialog: null,
	writeRequest: null,
	openDialog: (dialog) => set({ dialog }),
	closeDialog: () => set({ dialog: null }),
	requestWrite: (ticketId, mode) => set({ writeRequest: { ticketId, mode } }),
	takeWriteRequest: () => set({ writeRequest: null }),
}));
