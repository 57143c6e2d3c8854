import { create } from "zustand";

/** The tickets chosen in a list to do one thing to all of them, beside the one that is at hand. */
export interface MarksState {
	readonly ids: ReadonlySet<string>;
	/** The view in which they were chosen. */
	readonly view: string | null;
	/** What was chosen before the range that grows now. */
	readonly fixed: ReadonlySet<string>;
	/** The ticket at which that range begins, wherever it stands by now; `null` where none grows. */
	readonly anchor: string | null;
	/** Chooses one more, or no longer. */
	readonly toggle: (id: string) => void;
	/** A range begins or goes on here: these are all in it. */
	readonly extend: (range: readonly string[], anchor: string) => void;
	/** The range is over: the next one begins elsewhere. */
	readonly settle: () => void;
	readonly replace: (ids: readonly string[]) => void;
	readonly clear: () => void;
	/** Another view begins with none; who comes back to the same one finds theirs. */
	readonly keepFor: (view: string) => void;
}

const NONE: ReadonlySet<string> = new Set();
const NOTHING = { ids: NONE, fixed: NONE, anchor: null } as const;

export const useMarks = create<MarksState>()((set) => ({
	...NOTHING,
	view: null,
	toggle: (id) =>
		set((state) => {
			const ids = new Set(state.ids);
			if (!ids.delete(id)) ids.add(id);
			return { ids, fixed: ids, anchor: id };
		}),
	extend: (range, anchor) =>
		set((state) => {
			const fixed = state.anchor === null ? state.ids : state.fixed;
			return { ids: new Set([...fixed, ...range]), fixed, anchor };
		}),
	settle: () =>
		set((state) => (state.anchor === null ? state : { ids: state.ids, fixed: state.ids, anchor: null })),
	replace: (ids) => set({ ids: new Set(ids), fixed: NONE, anchor: null }),
	clear: () => set((state) => (state.ids.size === 0 ? state : NOTHING)),
	keepFor: (view) => set((state) => (state.view === view ? state : { ...NOTHING, view })),
}));
