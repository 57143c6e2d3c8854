import { create } from "zustand";

interface MergingState {
	/** Tickets that are to be merged with one another, while that is being decided. */
	readonly ticketIds: readonly string[] | null;
	readonly begin: (ticketIds: readonly string[]) => void;
	readonly end: () => void;
}

export const useMerging = create<MergingState>()((set) => ({
	ticketIds: null,
	begin: (ticketIds) => set({ ticketIds }),
	end: () => set({ ticketIds: null }),
}));
