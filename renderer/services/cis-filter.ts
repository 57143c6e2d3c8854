import { create } from "zustand";
import type { CisQuery } from "../worker/topics/ci-protocol.ts";

type Narrowing = Omit<CisQuery, "limit">;

interface CisFilter extends CisQuery {
	/** Narrows the list anew, and begins it from its start. */
	readonly change: (part: Partial<Narrowing>) => void;
	readonly showMore: () => void;
}

/** Several screens full. */
const STEP = 200;

/** What the list is narrowed to, and how far it was read; still so when one comes back from a CI. */
export const useCisFilter = create<CisFilter>()((set) => ({
	text: "",
	show: "services",
	teamId: null,
	limit: STEP,
	change: (part) => set({ ...part, limit: STEP }),
	showMore: () => set(({ limit }) => ({ limit: limit + STEP })),
}));

export function queryOf({ text, show, teamId, limit }: CisFilter): CisQuery {
	return { text, show, teamId, limit };
}
