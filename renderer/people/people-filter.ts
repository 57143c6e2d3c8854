import { create } from "zustand";
import type { PeopleQuery } from "../worker/protocol.ts";

interface PeopleFilter extends PeopleQuery {
	readonly change: (part: Partial<PeopleQuery>) => void;
}

const NO_FILTER: PeopleQuery = { text: "", show: "staff", teamId: null };

/** What the list is narrowed to; still so when one comes back from a person. */
export const usePeopleFilter = create<PeopleFilter>()((set) => ({
	...NO_FILTER,
	change: (part) => set(part),
}));

export function queryOf({ text, show, teamId }: PeopleFilter): PeopleQuery {
	return { text, show, teamId };
}
