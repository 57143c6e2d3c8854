import { type Clock, pass } from "../clock.ts";
import type { ViewEngine } from "../views/view-engine.ts";

/** Who has just asked asks again soon: what is done ahead waits for so long. */
const AGAIN_MS = 500;

/** The time in which nobody asks anything of the views: for work that nobody waits for. */
export class Leisure {
	readonly #views: ViewEngine;
	readonly #clock: Clock;
	#seen: number;

	constructor(views: ViewEngine, clock: Clock) {
		this.#views = views;
		this.#clock = clock;
		this.#seen = views.questions;
	}

	/** At once where nothing was asked since the last time, else when nothing more is asked for a while. */
	async begin(): Promise<void> {
		while (this.#views.questions !== this.#seen) {
			this.#seen = this.#views.questions;
			await pass(this.#clock, AGAIN_MS);
		}
	}
}
