import { useMemo } from "react";
import { findConflicts } from "../../../shared/change/conflicts.ts";
import type { Blackout } from "../../../shared/change/windows.ts";
import type { EpochMs } from "../../../shared/ticket/ticket.ts";
import { useTopic } from "../../data/index.ts";
import { useSurroundings } from "../../ticket/index.ts";
import type { PlannedRow } from "../../worker/protocol.ts";

export interface Calendar {
	/** By begin. */
	readonly changes: readonly PlannedRow[];
	/** How much speaks against each, by ticket; those that are clear are missing. */
	readonly conflicts: ReadonlyMap<string, number>;
	readonly blackouts: readonly Blackout[];
}

/** The changes whose windows reach beyond a moment, with what is in their way. */
export function useCalendar({ from, zone }: { readonly from: EpochMs; readonly zone: string }): Calendar {
	const plan = useTopic("changePlan", { from });
	const surroundings = useSurroundings(zone);
	return useMemo(() => {
		const changes = plan?.changes ?? [];
		const open = changes.filter(({ isOver }) => !isOver);
		const counted = open.map(
			(change) => [change.ticketId, findConflicts(change, open, surroundings).length] as const,
		);
		return {
			changes,
			conflicts: new Map(counted.filter(([, count]) => count > 0)),
			blackouts: surroundings.blackouts,
		};
	}, [plan, surroundings]);
}
