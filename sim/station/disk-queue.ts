import type { Life } from "../time/life.ts";
import type { Random } from "../time/random.ts";
import type { Scheduler } from "../time/scheduler.ts";

interface Operation {
	readonly life: Life;
	/** Of a window that ended: whether this had still reached the disk. */
	isDropped: boolean;
}

/**
 * One database: operations reach it in the order in which they were begun, each as a whole, and are
 * answered later. A window may end before, between and after.
 */
export class DiskQueue {
	readonly #scheduler: Scheduler;
	readonly #random: Random;
	readonly #pending = new Set<Operation>();
	#lastAt = 0;

	constructor(scheduler: Scheduler, random: Random) {
		this.#scheduler = scheduler;
		this.#random = random;
	}

	run<Value>(life: Life, work: () => Promise<Value>): Promise<Value> {
		const operation: Operation = { life, isDropped: life.isOver };
		this.#pending.add(operation);
		return new Promise((resolve, reject) => {
			const at = Math.max(this.#lastAt + 0.001, this.#scheduler.elapsedMs + this.#random.next() * 3);
			this.#lastAt = at;
			this.#scheduler.after(at - this.#scheduler.elapsedMs, null, async () => {
				this.#pending.delete(operation);
				if (operation.isDropped) return;
				const answer = await settled(work);
				this.#scheduler.after(this.#random.next(), life, () => {
					if (answer.ok) resolve(answer.value);
					else reject(answer.error);
				});
			});
		});
	}

	/** A window ended: of what it had begun, some first part had reached the disk. */
	noteEnd(life: Life): void {
		let isReached = true;
		for (const operation of this.#pending) {
			if (operation.life !== life) continue;
			isReached &&= this.#random.chance(0.5);
			operation.isDropped = !isReached;
		}
	}
}

type Settled<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly error: unknown };

async function settled<Value>(work: () => Promise<Value>): Promise<Settled<Value>> {
	try {
		return { ok: true, value: await work() };
	} catch (error) {
		return { ok: false, error };
	}
}
