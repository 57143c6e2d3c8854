import type { Priority } from "../ticket/priority.ts";
import type { EpochMs } from "../ticket/ticket.ts";
import type { CompiledPolicy } from "./compile-definitions.ts";
import { type ClockSubject, isLive } from "./standing.ts";

/**
 * One clock of a policy on a ticket. It is attached for a priority, back-dated to the opening; when the
 * priority changes while it is kept, it is cancelled and another attached. A policy that begins anew
 * at a reopen completes it there.
 */
export interface Attachment {
	readonly priority: Priority;
	readonly attachedAt: EpochMs;
	/** The first move it counts. */
	readonly fromIndex: number;
	/** What ended it for good; `null` for the clock of now. */
	readonly end: {
		readonly at: EpochMs;
		/** The first move that it no longer counts. */
		readonly index: number;
		readonly by: "priority" | "reopen";
		/** Of the clock that follows. */
		readonly priority: Priority;
	} | null;
}

/** All clocks of a policy on a ticket until now, the present one last; those that never lasted are left out. */
export function attachmentsOf(
	policy: CompiledPolicy,
	{ kind, track }: ClockSubject,
	now: EpochMs,
): readonly Attachment[] {
	const [first] = track;
	if (!first) return [];
	const attachments: Attachment[] = [];
	let current: Attachment = { priority: first[3], attachedAt: first[0], fromIndex: 0, end: null };
	let wasLive = true;
	for (const [index, move] of track.entries()) {
		const [at, , , priority] = move;
		if (at > now) break;
		const isKept = isLive(policy.measure, kind, move);
		const isReset = isKept && !wasLive && isResetting(policy, at);
		wasLive = isKept;
		if (!isReset && (!isKept || priority === current.priority)) continue;
		const end = { at, index, by: isReset ? "reopen" : "priority", priority } as const;
		if (at > current.attachedAt) attachments.push({ ...current, end });
		current = { priority, attachedAt: at, fromIndex: isReset ? index : current.fromIndex, end: null };
	}
	return [...attachments, current];
}

function isResetting({ measure, phases }: CompiledPolicy, at: EpochMs): boolean {
	if (measure === "response") return false;
	return phases.findLast(({ from }) => from <= at)?.version?.onReopen === "reset";
}
