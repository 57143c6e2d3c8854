import type { WriterLock } from "../../renderer/worker/windows/writer-lock.ts";
import type { Life } from "../time/life.ts";
import type { Random } from "../time/random.ts";
import type { Scheduler } from "../time/scheduler.ts";

interface Waiter {
	readonly life: Life;
	readonly begin: () => void;
}

/** The one writer's place of a workstation: passes on when its holder ends, or is taken from one that is frozen. */
export class StationLock {
	readonly #scheduler: Scheduler;
	readonly #random: Random;
	readonly #waiters: Waiter[] = [];
	#holder: Life | null = null;

	constructor(scheduler: Scheduler, random: Random) {
		this.#scheduler = scheduler;
		this.#random = random;
	}

	get holder(): Life | null {
		return this.#holder;
	}

	lockFor(life: Life): WriterLock {
		return {
			hold: (work, signal) =>
				new Promise((resolve, reject) => {
					const begin = () => {
						const end = () => this.#release(life);
						work().then(resolve, reject).finally(end);
					};
					const waiter = { life, begin };
					this.#waiters.push(waiter);
					signal.addEventListener("abort", () => {
						const index = this.#waiters.indexOf(waiter);
						if (index < 0) return;
						this.#waiters.splice(index, 1);
						resolve();
					});
					this.#grant();
				}),
		};
	}

	/** Its window is gone, or seems to be. */
	takeFrom(life: Life): void {
		const index = this.#waiters.findIndex((waiter) => waiter.life === life);
		if (index >= 0 && life.isOver) this.#waiters.splice(index, 1);
		this.#release(life);
	}

	#release(life: Life): void {
		if (this.#holder !== life) return;
		this.#holder = null;
		this.#scheduler.after(this.#random.int(1, 50), null, () => this.#grant());
	}

	#grant(): void {
		if (this.#holder) return;
		const next = this.#waiters.shift();
		if (!next) return;
		this.#holder = next.life;
		this.#scheduler.after(this.#random.next(), next.life, next.begin);
	}
}
