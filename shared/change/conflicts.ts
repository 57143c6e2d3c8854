import { type CiNeighbours, type CiRelation, relationsOf } from "./ci-relations.ts";
import { type Blackout, isWithinMaintenance, type MaintenanceWindow, overlap, type Span } from "./windows.ts";

/** One change as it is planned: what decides whether it is in the way of another. */
export interface PlannedChange extends Span {
	readonly ticketId: string;
	readonly ciId: string | null;
	readonly assigneeId: string | null;
}

/** Why a window may not do. */
export type Conflict =
	/** Another change, of the same CI or of one within two steps of it, in an overlapping window. */
	| { readonly code: "ci"; readonly relation: CiRelation; readonly ticketId: string; readonly ciId: string }
	/** Who makes it makes another at that time. */
	| { readonly code: "assignee"; readonly ticketId: string }
	| { readonly code: "blackout"; readonly blackoutId: string; readonly name: string }
	/** Its CI has maintenance windows, and it is not within them. */
	| { readonly code: "maintenance"; readonly names: readonly string[] };

/** What changes must keep clear of. */
export interface Surroundings {
	readonly neighbours: CiNeighbours;
	readonly blackouts: readonly Blackout[];
	readonly maintenance: readonly MaintenanceWindow[];
	/** Of maintenance windows. */
	readonly zone: string;
}

/** All reasons against a window: other changes first, in the order of `others`. */
export function findConflicts(
	change: PlannedChange,
	others: readonly PlannedChange[],
	surroundings: Surroundings,
): readonly Conflict[] {
	return [
		...withOthers(change, others, surroundings),
		...withBlackouts(change, surroundings),
		...withMaintenance(change, surroundings),
	];
}

function withOthers(
	change: PlannedChange,
	others: readonly PlannedChange[],
	{ neighbours }: Surroundings,
): readonly Conflict[] {
	const { ciId, assigneeId } = change;
	const relations = ciId === null ? null : relationsOf(ciId, neighbours);
	return others.flatMap((other): readonly Conflict[] => {
		const { ticketId } = other;
		if (ticketId === change.ticketId || !overlap(change, other)) return [];
		const relation = other.ciId === null ? undefined : relations?.get(other.ciId);
		const isSameAssignee = assigneeId !== null && other.assigneeId === assigneeId;
		return [
			...(relation && other.ciId !== null
				? [{ code: "ci" as const, relation, ticketId, ciId: other.ciId }]
				: []),
			...(isSameAssignee ? [{ code: "assignee" as const, ticketId }] : []),
		];
	});
}

function withBlackouts(change: PlannedChange, { blackouts }: Surroundings): readonly Conflict[] {
	const { ciId } = change;
	return blackouts
		.filter(({ ciIds }) => ciIds.length === 0 || (ciId !== null && ciIds.includes(ciId)))
		.filter((blackout) => overlap(change, blackout))
		.map(({ id, name }) => ({ code: "blackout", blackoutId: id, name }));
}

function withMaintenance(change: PlannedChange, { maintenance, zone }: Surroundings): readonly Conflict[] {
	const { ciId } = change;
	const own = ciId === null ? [] : maintenance.filter(({ ciIds }) => ciIds.includes(ciId));
	if (own.length === 0 || isWithinMaintenance(change, own, zone)) return [];
	return [{ code: "maintenance", names: own.map(({ name }) => name) }];
}
