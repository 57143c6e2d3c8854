import { useDebouncedValue } from "@mantine/hooks";
import { useTopic } from "../data/index.ts";
import type { SimilarQuestion } from "../worker/similar/similar-tickets.ts";
import type { SimilarView } from "../worker/topics/ticket-protocol.ts";

/** Nobody is asked at every letter. */
const PAUSE_MS = 200;
const FEWEST_LETTERS = 4;

/**
 * What the worker knows like this, a moment after the last letter; `null` where there is too little to ask. While
 * an answer is on its way the last one stays; one about something else never shows.
 */
export function useSimilar({ text, kind, ticketId }: SimilarQuestion): SimilarView | null {
	const [settled] = useDebouncedValue(text.trim(), PAUSE_MS);
	const isEnough = settled.length >= FEWEST_LETTERS;
	const view = useTopic("similar", { text: isEnough ? settled : "", kind, ticketId });
	const isOfThis = view?.kind === kind && view.ticketId === ticketId;
	return isEnough && text.trim() !== "" && isOfThis ? view : null;
}
