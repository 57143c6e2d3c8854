import { z } from "zod";
import { epochMsSchema } from "../api/common.ts";
import { ownFieldsSchema } from "../api/tickets.ts";
import type { CompiledDefinitions } from "../sla/compile-definitions.ts";
import { findNextDue } from "../sla/next-due.ts";
import type { ClockSubject } from "../sla/standing.ts";
import { crossingsOf } from "../sla/thresholds.ts";
import { followUpOf } from "../ticket/follow-up.ts";
import { isOpenState } from "../ticket/lifecycle.ts";
import type { EpochMs } from "../ticket/ticket.ts";

const shape = ownFieldsSchema.shape;
const declared = epochMsSchema.nullable().optional();
/** What notices need of a ticket; the rest is not even parsed. */
export const watchedRowSchema = z.object({
	id: shape.id,
	kind: shape.kind,
	number: shape.number,
	shortDescription: shape.shortDescription,
	state: shape.state,
	priority: shape.priority,
	teamId: shape.teamId,
	assigneeId: shape.assigneeId,
	openedById: shape.openedById,
	track: shape.track,
	holdReason: shape.holdReason,
	followUpAt: shape.followUpAt,
	resolvedAt: shape.resolvedAt,
	$remindersSent: declared,
	$remindedAt: declared,
	$callerSilent: declared,
	$majorState: declared,
	$nextUpdateAt: declared,
});
type WatchedRow = z.infer<typeof watchedRowSchema>;

/** A ticket as far as it can call for somebody. */
export interface WatchedTicket {
	readonly id: string;
	readonly number: string;
	readonly shortDescription: string;
	readonly isOpen: boolean;
	/** An open incident of priority 1. */
	readonly isP1: boolean;
	readonly teamId: string | null;
	readonly assigneeId: string | null;
	readonly openedById: string | null;
	/** When its most urgent clock runs out, or ran out; `null` while that is not to come. */
	readonly dueAt: EpochMs | null;
	/** Moments at which somebody is told of it; those past too. */
	readonly calls: readonly WatchedCall[];
}

/** A threshold at which a policy tells somebody, or the time at which a ticket is to be looked at again. */
export interface WatchedCall {
	readonly kind: "threshold" | "followUp";
	/** The same for as long as it is the same call. */
	readonly key: string;
	readonly at: EpochMs;
	readonly to: "assignee" | "team";
}

/** The clock is the same pure function that pages and the wall use, so that they can't disagree. */
export function toWatchedTicket(
	row: WatchedRow,
	definitions: CompiledDefinitions,
	now: EpochMs,
): WatchedTicket {
	const { id, kind, number, shortDescription, teamId, assigneeId, openedById, track } = row;
	const isOpen = isOpenState(kind, row.state);
	return {
		id,
		number,
		shortDescription,
		isOpen,
		isP1: isOpen && kind === "incident" && row.priority === 1,
		teamId,
		assigneeId,
		openedById,
		dueAt: isOpen ? findNextDue(definitions, { kind, track }, now).dueAt : null,
		calls: isOpen ? [...callsOf(definitions, { kind, track }, now), ...followUpCalls(row)] : [],
	};
}

function callsOf(
	definitions: CompiledDefinitions,
	subject: ClockSubject,
	now: EpochMs,
): readonly WatchedCall[] {
	return crossingsOf(definitions, subject, now).flatMap(({ policyId, percent, at, actions }) =>
		actions.flatMap((action) => {
			if (action.kind !== "notify") return [];
			return [{ kind: "threshold" as const, key: `${policyId} ${percent}`, at, to: action.to }];
		}),
	);
}

/** Another time is another call. */
function followUpCalls(row: WatchedRow): readonly WatchedCall[] {
	const followUp = followUpOf(row);
	if (!followUp) return [];
	const { what, at } = followUp;
	return [{ kind: "followUp", key: `${what} ${at}`, at, to: "assignee" }];
}
