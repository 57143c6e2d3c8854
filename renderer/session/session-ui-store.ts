import { create } from "zustand";

interface SessionUiState {
	readonly isActAsOpen: boolean;
	readonly setActAsOpen: (isOpen: boolean) => void;
}

/** Whether the choice of another person is open: the menu and the palette both open it. */
export const useSessionUi = create<SessionUiState>()((set) => ({
	isActAsOpen: false,
	setActAsOpen: (isActAsOpen) => set({ isActAsOpen }),
}));
