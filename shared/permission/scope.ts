import type { TicketKind } from "../ticket/kinds.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { Role } from "./permission.ts";

/** Which tickets somebody works with: kinds × (all | own teams). */
export interface Scope {
	/** `null`: all kinds. */
	readonly kinds: readonly TicketKind[] | null;
	/** `own`: those of one's teams, and those that one has or has opened. */
	readonly teams: "all" | "own";
}

/** Whose eyes a ticket is looked at with. */
export interface Viewer {
	readonly personId: string;
	readonly teamIds: readonly string[];
	readonly scope: Scope;
}

export const WHOLE_DESK: Scope = { kinds: null, teams: "all" };

/** Who somebody is to the tickets of the desk. An admin sees them all, whatever scope was set. */
export function viewerOf(
	person: {
		readonly id: string;
		readonly teamIds: readonly string[];
		readonly scope?: Scope | undefined;
	},
	roles: readonly Role[],
): Viewer {
	const scope = roles.includes("admin") ? WHOLE_DESK : (person.scope ?? WHOLE_DESK);
	return { personId: person.id, teamIds: person.teamIds, scope };
}

/** Whether there are tickets that this viewer does not see. */
export function isNarrow({ kinds, teams }: Scope): boolean {
	return kinds !== null || teams === "own";
}

export function isInScope(
	{ personId, teamIds, scope }: Viewer,
	ticket: Pick<Ticket, "kind" | "teamId" | "assigneeId" | "openedById">,
): boolean {
	if (isAsked(personId, ticket)) return true;
	if (scope.kinds !== null && !scope.kinds.includes(ticket.kind)) return false;
	if (scope.teams === "all") return true;
	const isOfTeam = ticket.teamId !== null && teamIds.includes(ticket.teamId);
	return isOfTeam || ticket.assigneeId === personId || ticket.openedById === personId;
}

/** What one is asked to approve is seen whatever the scope; and so is what it is about: see `isVisible`. */
function isAsked(personId: string, { kind, assigneeId }: Pick<Ticket, "kind" | "assigneeId">): boolean {
	return kind === "approval" && assigneeId === personId;
}

/** Names what a viewer sees: two with the same name see the same. Empty for the whole desk. */
export function scopeName({ scope, teamIds }: Viewer): string {
	if (!isNarrow(scope)) return "";
	const kinds = scope.kinds === null ? "*" : scope.kinds.toSorted().join(",");
	return `${kinds} of ${scope.teams === "all" ? "*" : teamIds.toSorted().join(",")}`;
}
