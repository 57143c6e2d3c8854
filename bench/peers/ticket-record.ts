import { TICKET_KINDS } from "../../shared/ticket/kinds.ts";
import { isOpenState, lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import type { OpenQueue, QueueLine } from "../contest/contestant.ts";

/** A ticket as a peer keeps it: the same, with what an index can hold in place of what it can't. */
export type TicketRecord = Omit<Ticket, "teamId" | "assigneeId"> & {
	/** 1 or 0: IndexedDB has no index over true and false. */
	readonly isOpen: number;
	/** Empty for none: tickets without a team are found by the index as well. */
	readonly teamId: string;
	readonly assigneeId: string;
};

export function toRecord(ticket: Ticket): TicketRecord {
	return {
		...ticket,
		isOpen: Number(isOpenState(ticket.kind, ticket.state)),
		teamId: ticket.teamId ?? "",
		assigneeId: ticket.assigneeId ?? "",
	};
}

export function toLine({ id, number, shortDescription, priority, state }: QueueLine): QueueLine {
	return { id, number, shortDescription, priority, state };
}

const OPEN_STATES = new Set(
	TICKET_KINDS.flatMap((kind) =>
		lifecycleOf(kind)
			.states.map(({ value }) => value)
			.filter((value) => isOpenState(kind, value)),
	),
);

/** Counts the open tickets of every state there is, by what a peer counts best with: an index. */
export async function countByState(
	count: (state: number) => Promise<number>,
): Promise<OpenQueue["openByState"]> {
	const counts = await Promise.all(
		[...OPEN_STATES].map(async (state) => [state, await count(state)] as const),
	);
	return counts.filter(([, count]) => count > 0);
}

export function byPriority(one: QueueLine, other: QueueLine): number {
	return one.priority - other.priority || (one.number < other.number ? -1 : 1);
}

/** Whether a text has all these words, whatever their case. */
export function makeWordTest(words: string): (text: string) => boolean {
	const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
	return (text) => {
		const folded = text.toLowerCase();
		return wanted.every((word) => folded.includes(word));
	};
}
