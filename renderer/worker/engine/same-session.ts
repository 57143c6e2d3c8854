import type { Session } from "../../../shared/api/desk.ts";

/** Whether the cache must be another one: of another person, past or calendar. */
export function isOtherGeneration(before: Session | null, after: Session): boolean {
	return (
		before?.person?.id !== after.person?.id || before?.epoch !== after.epoch || before?.zone !== after.zone
	);
}

/** Whether two answers say the same, at whatever time. */
export function isSameSession(before: Session | null, after: Session): boolean {
	return JSON.stringify({ ...before, serverTime: 0 }) === JSON.stringify({ ...after, serverTime: 0 });
}
