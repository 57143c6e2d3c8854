import { useTopic } from "../data/index.ts";
import type { Topics } from "../worker/protocol.ts";

export type Found = Topics["search"]["payload"];

const SHOWN = 8;

/** The best tickets for what was typed; `null` where nothing was. */
export function useFoundTickets(query: string): Found | null {
	const text = query.trim();
	const found = useTopic("search", { text, limit: SHOWN });
	return text === "" ? null : (found ?? null);
}
