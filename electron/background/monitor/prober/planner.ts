import { TimeHeap } from "./heap.ts";

/** What the planner knows of a check. */
export interface Rhythm {
	readonly checkId: string;
	readonly intervalMs: number;
	readonly isUrgent: boolean;
}

/** Wall time decides where in its interval a check runs; monotonic time says when that is. */
export interface Clocks {
	readonly wallMs: number;
	readonly monotonicMs: number;
}

interface Plan {
	readonly rhythm: Rhythm;
	/** The monotonic time of the next start. */
	readonly nextAt: number;
}

/**
 * Decides when each check starts. A check's place in its interval comes from a hash of its id, so
 * that starts are spread evenly and stay where they are over restarts; the next start is planned
 * when the present one begins, never when its result comes.
 */
export class Planner {
	readonly #plans = new Map<string, Plan>();
	readonly #heap = new TimeHeap<{ readonly checkId: string; readonly at: number }>();

	get size(): number {
		return this.#plans.size;
	}

	get nextAt(): number | null {
		return this.#heap.nextAt;
	}

	add(rhythm: Rhythm, clocks: Clocks): void {
		this.#schedule(rhythm, rhythm.isUrgent ? clocks.monotonicMs : nextPlace(rhythm, clocks));
	}

	remove(checkId: string): void {
		this.#plans.delete(checkId);
	}

	/** The checks whose time has come; each is already planned again. */
	takeDue(clocks: Clocks): readonly string[] {
		const due: string[] = [];
		for (;;) {
			const entry = this.#heap.popDue(clocks.monotonicMs);
			if (!entry) return due;
			const plan = this.#plans.get(entry.checkId);
			// An entry that was planned anew stays in the heap until its time comes.
			if (plan?.nextAt !== entry.at) continue;
			due.push(entry.checkId);
			this.#schedule(plan.rhythm, nextPlace(plan.rhythm, clocks));
		}
	}

	/** Moves the next start: a retry, sooner or later than the check's place. */
	moveTo(checkId: string, at: number): void {
		const plan = this.#plans.get(checkId);
		if (plan) this.#schedule(plan.rhythm, at);
	}

	/** Back to its place in the interval, the first one from now on. */
	moveToPlace(checkId: string, clocks: Clocks): void {
		const plan = this.#plans.get(checkId);
		if (plan) this.#schedule(plan.rhythm, nextPlace(plan.rhythm, clocks));
	}

	/** After a gap: every check at its next place, so that none runs to make up for the past. */
	replanAll(clocks: Clocks): void {
		for (const { rhythm } of [...this.#plans.values()]) this.#schedule(rhythm, nextPlace(rhythm, clocks));
	}

	#schedule(rhythm: Rhythm, nextAt: number): void {
		this.#plans.set(rhythm.checkId, { rhythm, nextAt });
		this.#heap.push(nextAt, { checkId: rhythm.checkId, at: nextAt });
	}
}

/** The next monotonic time, later than now, at which the check has its place in the interval. */
function nextPlace({ checkId, intervalMs }: Rhythm, { wallMs, monotonicMs }: Clocks): number {
	const place = spread(checkId) * intervalMs;
	const sincePlace = (((wallMs - place) % intervalMs) + intervalMs) % intervalMs;
	const untilMs = intervalMs - sincePlace;
	// A timer may fire a moment before its place: that run is the one of this place.
	return monotonicMs + (untilMs < Math.min(50, intervalMs / 10) ? untilMs + intervalMs : untilMs);
}

/** A number in [0, 1) that is the same for the same id: FNV-1a with a final mix. */
export function spread(checkId: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < checkId.length; index += 1) {
		hash = Math.imul(hash ^ checkId.charCodeAt(index), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
	hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
	return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
