import type { EpochMs } from "../../shared/ticket/ticket.ts";

/** How often somebody wants to hear that time has passed. */
export type Beat = "second" | "minute";

const SECOND_MS = 1_000;

/** The page's only clock: the desk's time as well as it is known, and one timer for all who show it. */
class DeskClock {
	#offsetMs = 0;
	#timer: ReturnType<typeof setInterval> | null = null;
	#snapshot: Record<Beat, EpochMs> = { second: Date.now(), minute: Date.now() };
	readonly #listeners: Record<Beat, Set<() => void>> = { second: new Set(), minute: new Set() };

	/** Sets the desk's clock minus this device's. */
	setOffset(offsetMs: number): void {
		if (Math.abs(offsetMs - this.#offsetMs) < SECOND_MS) return;
		this.#offsetMs = offsetMs;
		this.#strike("minute");
		this.#strike("second");
	}

	now(): EpochMs {
		return Date.now() + this.#offsetMs;
	}

	/** The time as last struck: the same for all who draw between two beats. */
	at(beat: Beat): EpochMs {
		return this.#snapshot[beat];
	}

	subscribe(beat: Beat, listener: () => void): () => void {
		if (this.#timer === null) {
			this.#snapshot = { second: this.now(), minute: this.now() };
			this.#timer = setInterval(() => this.#tick(), SECOND_MS);
		}
		this.#listeners[beat].add(listener);
		return () => {
			this.#listeners[beat].delete(listener);
			if (this.#listeners.second.size + this.#listeners.minute.size > 0 || this.#timer === null) return;
			clearInterval(this.#timer);
			this.#timer = null;
		};
	}

	#tick(): void {
		this.#strike("second");
		if (Math.floor(this.now() / 60_000) !== Math.floor(this.#snapshot.minute / 60_000))
			this.#strike("minute");
	}

	#strike(beat: Beat): void {
		this.#snapshot = { ...this.#snapshot, [beat]: this.now() };
		for (const listener of this.#listeners[beat]) listener();
	}
}

export const deskClock = new DeskClock();
