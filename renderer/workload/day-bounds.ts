import type { EpochMs } from "../../shared/ticket/ticket.ts";

/**
 * Where each of the last `days` days begins on this workstation's clock, the present one last, and where that
 * ends: days of 23 and 25 hours included.
 */
export function dayBounds(now: EpochMs, days: number): readonly EpochMs[] {
	const today = new Date(now);
	return Array.from({ length: days + 1 }, (_, index) =>
		new Date(today.getFullYear(), today.getMonth(), today.getDate() - days + 1 + index).getTime(),
	);
}
