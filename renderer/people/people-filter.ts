import { create } from "zustand";
import type { PeopleQuery } from "../worker/protocol.ts";

type Narrowing = Omit<PeopleQuery, "limit">;

interface PeopleFilter extends PeopleQuery {
	/** Narrows the list anew, and begins it from its start. */
	readonly change: (part: Partial<Narrowing>) => void;
	readonly showMore: () => void;
}

/** Several screens full. */
const STEP = 200;

/** What the list is narrowed to, and how far it was read; still so when one comes back from a person. */
export const usePeopleFilter = create<PeopleFilter>()((set) => ({
	text: "",
	show: "staff",
	teamId: null,
	limit: STEP,
	change: (part) => set({ ...part, limit: STEP }),
	showMore: () => set(({ limit }) => ({ limit: limit + STEP })),
}));

export function queryOf({ text, show, teamId, limit }: PeopleFilter): PeopleQuery {
	return { text, show, teamId, limit };
}
