import { notifications } from "@mantine/notifications";
import { useLocation } from "wouter";
import { readTopic, useKeepReady, useTopic } from "../data/index.ts";
import { queryOf, shownWork, useQueueStore } from "../queue-state/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { Neighbours } from "../worker/views/view-protocol.ts";

interface Ways {
	/** `null` until they are known. */
	readonly neighbours: Neighbours | null;
	/** Goes to the ticket after this one, or before it; says where there is none. */
	readonly step: (direction: 1 | -1) => void;
}

/** The tickets around this one in the queue it was opened from, kept ready: the next one is there with its key. */
export function useNeighbours(ticketId: string): Ways {
	const [, navigate] = useLocation();
	const state = useQueueStore();
	const { select } = state;
	const params = { query: queryOf(state), ticketId, placeBefore: shownWork(state).selectedIndex };
	const latest = useTopic("neighbours", params);
	const neighbours = latest?.ticketId === ticketId ? latest : null;
	const around = [neighbours?.after, neighbours?.before].filter((neighbour) => neighbour != null);
	useKeepReady(
		"ticket",
		around.map(({ id }) => ({ key: id })),
	);
	useKeepReady(
		"neighbours",
		around.map(({ id, place }) => ({ query: params.query, ticketId: id, placeBefore: place })),
	);

	/** Keys may come faster than the answer: then it is waited for, and no key is lost. */
	async function goTo(direction: 1 | -1): Promise<void> {
		const { before, after } = neighbours ?? (await readTopic("neighbours", params));
		const next = direction > 0 ? after : before;
		if (next === null) {
			notifications.show({
				message: direction > 0 ? ticketText.page.endOfQueue : ticketText.page.startOfQueue,
				autoClose: 2_000,
			});
			return;
		}
		select(next.id, next.place);
		navigate(`/tickets/${next.number}`);
	}
	return { neighbours, step: (direction) => void goTo(direction) };
}
