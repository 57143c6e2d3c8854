import type { Refusal } from "../result.ts";
import type { TicketKind } from "./kinds.ts";

/** As much of a ticket as its place among others depends on. */
export interface Kin {
	readonly id: string;
	readonly kind: TicketKind;
	readonly number: string;
}

/** A longer line of parents is no line but a circle. */
export const MOST_PARENTS = 100;

/**
 * Whether an incident may be a child of another. `line` is the wanted parent, its parent and so on, as far
 * as they are known; empty where there is no such ticket. Codes: `no_such_reference`, `parent_kind`,
 * `parent_cycle`.
 */
export function judgeParent(ticket: Kin, line: readonly Kin[]): Refusal | undefined {
	const parent = line[0];
	const path = "parentId";
	if (!parent) return { code: "no_such_reference", message: "There is no such parent at this desk.", path };
	if (parent.kind !== "incident")
		return { code: "parent_kind", message: `${parent.number} is no incident.`, path };
	if (!line.some(({ id }) => id === ticket.id)) return undefined;
	const message =
		parent.id === ticket.id
			? `${ticket.number} can’t be its own parent.`
			: `${parent.number} is a child of ${ticket.number} already.`;
	return { code: "parent_cycle", message, path };
}
