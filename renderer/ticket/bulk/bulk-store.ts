import { create } from "zustand";
import type { BulkValues } from "./bulk-values.ts";

/** The edit of many that is being made: its tickets, and what it begins with. */
export interface BulkWork {
	readonly ticketIds: readonly string[];
	readonly values: Partial<BulkValues>;
	/** The field that has the focus first. */
	readonly focus: "assigneeId" | "state" | "teamId" | "note";
}

/** An act that is on its way to the desk. */
export interface RunningBatch {
	readonly batchId: string;
	readonly total: number;
}

interface BulkState {
	readonly work: BulkWork | null;
	readonly running: RunningBatch | null;
	readonly begin: (work: BulkWork) => void;
	readonly end: () => void;
	readonly watch: (running: RunningBatch | null) => void;
}

export const useBulk = create<BulkState>()((set) => ({
	work: null,
	running: null,
	begin: (work) => set({ work }),
	end: () => set({ work: null }),
	watch: (running) => set({ running }),
}));
