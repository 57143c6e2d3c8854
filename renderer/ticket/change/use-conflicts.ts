import { useMemo } from "react";
import { neighboursOf } from "../../../shared/change/ci-relations.ts";
import {
	type Conflict,
	findConflicts,
	type PlannedChange,
	type Surroundings,
} from "../../../shared/change/conflicts.ts";
import { useTopic } from "../../data/index.ts";
import type { PlannedRow } from "../../worker/protocol.ts";

export interface FoundConflict {
	readonly conflict: Conflict;
	/** The change in the way, where it is one. */
	readonly row: PlannedRow | null;
	/** Of its CI. */
	readonly ciName: string | null;
}

/** A window as it is typed: any part of it may be missing. */
export type TypedWindow = {
	readonly [Field in keyof PlannedChange]: PlannedChange[Field] | null;
};

/** What changes must keep clear of besides each other, from what lies on this device; `zone` is the desk's. */
export function useSurroundings(zone: string): Surroundings {
	const settings = useTopic("changeSettings", null);
	const staff = useTopic("staff", null);
	const neighbours = useMemo(() => neighboursOf(staff?.cis ?? []), [staff]);
	return useMemo(
		() => ({
			neighbours,
			blackouts: settings?.blackouts ?? [],
			maintenance: settings?.maintenance ?? [],
			zone,
		}),
		[neighbours, settings, zone],
	);
}

/** Everything against a window, also offline, and as it is typed. */
export function useConflicts(typed: TypedWindow): readonly FoundConflict[] {
	const { ticketId, ciId, assigneeId, startAt, endAt } = typed;
	const plan = useTopic("changePlan", ONLY_OPEN);
	const staff = useTopic("staff", null);
	const surroundings = useSurroundings(plan?.zone ?? "UTC");
	return useMemo(() => {
		if (startAt === null || endAt === null || startAt >= endAt || !plan) return [];
		const others = plan.changes.filter(({ isOver }) => !isOver);
		const own = { ticketId: ticketId ?? "", ciId, assigneeId, startAt, endAt };
		const nameOf = (id: string) => staff?.cis.find((ci) => ci.id === id)?.name ?? id;
		return findConflicts(own, others, surroundings).map((conflict) => ({
			conflict,
			row: "ticketId" in conflict ? (others.find((one) => one.ticketId === conflict.ticketId) ?? null) : null,
			ciName: conflict.code === "ci" ? nameOf(conflict.ciId) : null,
		}));
	}, [ticketId, ciId, assigneeId, startAt, endAt, plan, staff, surroundings]);
}

/** What is over is in nobody's way, so the past is not asked for. */
const ONLY_OPEN = { from: Number.MAX_SAFE_INTEGER } as const;
