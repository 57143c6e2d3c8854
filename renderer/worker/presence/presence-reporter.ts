import { type Here, PRESENCE } from "../../../shared/api/presence.ts";
import type { CallOff, Clock } from "../clock.ts";
import type { Http } from "../http.ts";

interface Parts {
	readonly http: Pick<Http, "post">;
	readonly clock: Clock;
	readonly windowId: string;
	/** Whether the desk is in reach; what it can't be told now is not told later. */
	readonly isConnected: () => boolean;
}

/** What comes together is told as one. */
const SETTLE_MS = 50;

/** Tells the desk at which ticket this window is, and again while it stays. */
export class PresenceReporter {
	readonly #parts: Parts;
	#here: Here | null = null;
	#told: Here | null = null;
	#next: CallOff | null = null;
	#telling: Promise<unknown> = Promise.resolve();

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	set(here: Here | null): void {
		this.#here = here;
		this.#plan(SETTLE_MS);
	}

	dispose(): void {
		this.#next?.();
	}

	#plan(ms: number): void {
		this.#next?.();
		this.#next = this.#parts.clock.after(ms, () => {
			this.#next = null;
			this.#telling = this.#telling.then(() => this.#tell());
		});
	}

	async #tell(): Promise<void> {
		const here = this.#here;
		if (here || this.#told) {
			const { http, windowId, isConnected } = this.#parts;
			this.#told = here;
			// Whether it arrived does not matter: the next one says all of it again.
			if (isConnected()) await http.post("/api/presence", { body: { windowId, here } });
		}
		if (here && !this.#next) this.#plan(PRESENCE.beatMs);
	}
}
