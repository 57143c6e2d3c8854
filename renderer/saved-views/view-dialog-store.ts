import { create } from "zustand";
import type { SavedView, SavedViewInput } from "../../shared/view/saved-view.ts";

/** What is asked about a view at the moment. */
export type ViewDialog =
	/** What is shown, to be saved under a name. */
	| { readonly kind: "new"; readonly shows: SavedViewInput["shows"]; readonly name?: string }
	| { readonly kind: "edit"; readonly view: SavedView }
	/** Somebody was first; `theirs` is `null` where they deleted it. */
	| {
			readonly kind: "conflict";
			readonly id: string;
			readonly mine: SavedViewInput;
			readonly theirs: SavedView | null;
	  }
	| { readonly kind: "columns" };

interface ViewDialogState {
	readonly dialog: ViewDialog | null;
	readonly open: (dialog: ViewDialog) => void;
	readonly close: () => void;
}

export const useViewDialog = create<ViewDialogState>()((set) => ({
	dialog: null,
	open: (dialog) => set({ dialog }),
	close: () => set({ dialog: null }),
}));
