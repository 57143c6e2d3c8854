import type { WindowChannel, WindowMessage } from "../../renderer/worker/windows/window-channel.ts";
import type { Faults } from "../faults.ts";
import type { Life } from "../time/life.ts";
import type { Random } from "../time/random.ts";
import type { Scheduler } from "../time/scheduler.ts";

/** How windows of a workstation hear of each other: soon, or never. */
export class StationChannel {
	readonly #scheduler: Scheduler;
	readonly #random: Random;
	readonly #faults: Faults;
	readonly #listeners = new Map<Life, (message: WindowMessage) => void>();

	constructor(scheduler: Scheduler, random: Random, faults: Faults) {
		this.#scheduler = scheduler;
		this.#random = random;
		this.#faults = faults;
	}

	channelFor(life: Life): WindowChannel {
		return {
			post: (message) => {
				for (const [other, listener] of this.#listeners) {
					if (other === life || this.#faults.strikes("hintLost", 0.05)) continue;
					this.#scheduler.after(this.#random.next() * 3, other, () => listener(structuredClone(message)));
				}
			},
			listen: (onMessage) => {
				this.#listeners.set(life, onMessage);
			},
			close: () => this.forget(life),
		};
	}

	forget(life: Life): void {
		this.#listeners.delete(life);
	}
}
