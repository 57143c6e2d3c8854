import type { WallClock } from "../../../../shared/sla/wall-clock.ts";
import type { EpochMs } from "../../../../shared/ticket/ticket.ts";
import type { Random } from "./random.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Two months. */
const DAYS = 61;
/** By hour of the local day: nights are quiet, mornings are not. */
const HOURS = [1, 1, 0.5, 0.5, 0.5, 1, 4, 14, 28, 34, 32, 26, 18, 24, 27, 24, 19, 11, 5, 3, 2, 2, 1.5, 1];
/** Sunday to Saturday. */
const WEEKDAYS = [0.12, 1.25, 1.1, 1, 1, 0.9, 0.2];

export interface ArrivalsOptions {
	readonly count: number;
	readonly now: EpochMs;
	readonly wallClock: WallClock;
	readonly random: Random;
}

/** When people call, in order: over two months up to now, mostly in office hours. */
export function makeArrivals({ count, now, wallClock, random }: ArrivalsOptions): readonly EpochMs[] {
	const today = wallClock.localDayOf(now);
	const days = Array.from({ length: DAYS }, (_, index) => today - index);
	const weights = days.map((day) => WEEKDAYS[new Date(day * DAY_MS).getUTCDay()] ?? 1);
	const arrivals: EpochMs[] = [];
	while (arrivals.length < count) {
		const day = days[random.weighted(weights)] ?? today;
		const minutes = random.weighted(HOURS) * 60 + random.next() * 60;
		const at = wallClock.toEpoch(Math.round(day * DAY_MS + minutes * MINUTE_MS));
		if (at <= now) arrivals.push(at);
	}
	return arrivals.sort((left, right) => left - right);
}
