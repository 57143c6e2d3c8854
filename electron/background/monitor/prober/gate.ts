import { TimeHeap } from "./heap.ts";

export interface GateLimits {
	/** Probes under way at once, over all. */
	readonly maxOpen: number;
	/** Probes under way at once to one host. */
	readonly maxPerHost: number;
	readonly startsPerSecond: number;
}

export const DEFAULT_GATE_LIMITS: GateLimits = { maxOpen: 4_000, maxPerHost: 64, startsPerSecond: 2_000 };

interface Waiting {
	readonly host: string;
	readonly start: () => void;
}

/** Lets probes start within limits; those that must wait do so in the order they came. */
export class StartGate {
	readonly #limits: GateLimits;
	readonly #openByHost = new Map<string, number>();
	/** By the order they came. */
	readonly #ready = new TimeHeap<Waiting>();
	readonly #waitingByHost = new Map<string, { readonly order: number; readonly waiting: Waiting }[]>();
	#open = 0;
	#waitingForHost = 0;
	#order = 0;
	#tokens: number;
	#refilledAt: number;

	constructor(limits: GateLimits, now: number) {
		this.#limits = limits;
		this.#tokens = burstOf(limits);
		this.#refilledAt = now;
	}

	get open(): number {
		return this.#open;
	}

	get waiting(): number {
		return this.#ready.size + this.#waitingForHost;
	}

	/** When to call `drain` again though nothing ends: the next start allowed by the rate; `null`: no need. */
	wakeAt(now: number): number | null {
		if (this.#ready.size === 0 || this.#open >= this.#limits.maxOpen) return null;
		return now + Math.max(1, ((1 - this.#tokens) * 1_000) / this.#limits.startsPerSecond);
	}

	request(host: string, start: () => void): void {
		this.#order += 1;
		this.#enqueue(this.#order, { host, start });
	}

	/** A probe of this host has ended. */
	release(host: string): void {
		this.#open -= 1;
		this.#setOpen(host, -1);
		const queue = this.#waitingByHost.get(host);
		const next = queue?.shift();
		if (!next) return;
		this.#waitingForHost -= 1;
		if (queue?.length === 0) this.#waitingByHost.delete(host);
		this.#enqueue(next.order, next.waiting);
	}

	/** Starts what may start now. */
	drain(now: number): void {
		this.#refill(now);
		while (this.#open < this.#limits.maxOpen && this.#tokens >= 1) {
			const next = this.#ready.popDue(Infinity);
			if (!next) return;
			this.#tokens -= 1;
			this.#open += 1;
			next.start();
		}
	}

	/** A place at the host is taken when a probe is let through to the overall queue. */
	#enqueue(order: number, waiting: Waiting): void {
		const { host } = waiting;
		if ((this.#openByHost.get(host) ?? 0) < this.#limits.maxPerHost) {
			this.#setOpen(host, 1);
			this.#ready.push(order, waiting);
			return;
		}
		const queue = this.#waitingByHost.get(host) ?? [];
		queue.push({ order, waiting });
		this.#waitingByHost.set(host, queue);
		this.#waitingForHost += 1;
	}

	#setOpen(host: string, step: number): void {
		const count = (this.#openByHost.get(host) ?? 0) + step;
		if (count > 0) this.#openByHost.set(host, count);
		else this.#openByHost.delete(host);
	}

	#refill(now: number): void {
		const earned = (Math.max(0, now - this.#refilledAt) * this.#limits.startsPerSecond) / 1_000;
		this.#tokens = Math.min(burstOf(this.#limits), this.#tokens + earned);
		this.#refilledAt = now;
	}
}

/** What may start in one moment: a twentieth of a second's worth. */
function burstOf({ startsPerSecond }: GateLimits): number {
	return Math.max(1, startsPerSecond / 20);
}
