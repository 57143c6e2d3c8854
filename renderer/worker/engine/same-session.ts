import type { Session } from "../../../shared/api/desk.ts";
import { seenBy } from "./rights.ts";

/** Whether the cache must be another one: of another person, past or scope. */
export function isOtherGeneration(before: Session | null, after: Session): boolean {
	return (
		before?.person?.id !== after.person?.id ||
		before?.epoch !== after.epoch ||
		seenBy(before) !== seenBy(after)
	);
}

/** Whether two answers say the same, at whatever time. */
export function isSameSession(before: Session | null, after: Session): boolean {
	return JSON.stringify({ ...before, serverTime: 0 }) === JSON.stringify({ ...after, serverTime: 0 });
}
