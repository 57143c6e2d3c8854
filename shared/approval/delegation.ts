import type { EpochMs } from "../ticket/ticket.ts";

/** Who decides for somebody, and for how long: from `from` until before `until`. */
export interface Delegation {
	readonly personId: string;
	readonly from: EpochMs;
	readonly until: EpochMs;
}

/** Whether the delegate stands in at this moment. */
export function isActing({ from, until }: Delegation, at: EpochMs): boolean {
	return from <= at && at < until;
}

/** Whether this person may decide at this moment what somebody with this delegation is asked. */
export function isDelegate(delegation: Delegation | null, personId: string, at: EpochMs): boolean {
	return delegation !== null && delegation.personId === personId && isActing(delegation, at);
}
