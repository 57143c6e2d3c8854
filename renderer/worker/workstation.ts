import { vi } from "vitest";
import { makeCalls } from "./calls/calls.ts";
import { systemClock } from "./clock.ts";
import { Engine } from "./engine/engine.ts";
import type { EngineParts } from "./engine/engine-parts.ts";
import { FakeDesk, makeTicket } from "./fixture.ts";
import { nextBatch } from "./outbox/lanes.ts";
import type { JournalPort } from "./outbox/second-home.ts";
import type { CacheStores } from "./storage/cache-store.ts";
import { makeMemoryCacheStores } from "./storage/memory-cache-store.ts";
import { makeMemoryOutboxStore } from "./storage/memory-outbox-store.ts";
import type { OutboxStore } from "./storage/outbox-store.ts";
import type { WindowMessage } from "./windows/window-channel.ts";

/** Windows of one workstation: one disk, one lock, one channel. */
export class Workstation {
	readonly desk: FakeDesk;
	/** How its outbox is opened: the same store for all its windows unless a test has another. */
	openOutbox: EngineParts["openOutbox"] = async () => this.outbox;
	readonly outbox: OutboxStore = makeMemoryOutboxStore();
	caches: CacheStores = makeMemoryCacheStores();
	journal: JournalPort | undefined;
	estimateRoom: EngineParts["estimateRoom"];
	/** Windows hear nothing of each other. */
	isMute = false;
	/** A browser that gives the lock to several: a page that was frozen thaws, and still believes to have it. */
	isLockShared = false;
	readonly #listeners = new Map<number, (message: WindowMessage) => void>();
	#lock: Promise<void> = Promise.resolve();
	#windows = 0;

	constructor(desk: FakeDesk) {
		this.desk = desk;
	}

	async open(random = () => 0.5) {
		this.#windows += 1;
		const own = this.#windows;
		const failures: unknown[] = [];
		const engine = new Engine({
			openOutbox: () => this.openOutbox(),
			caches: this.caches,
			http: this.desk.http,
			...(this.journal ? { journal: this.journal } : {}),
			...(this.estimateRoom ? { estimateRoom: this.estimateRoom } : {}),
			channel: {
				post: (message) => this.#post(own, structuredClone(message)),
				listen: (onMessage) => this.#listeners.set(own, onMessage),
				close: () => this.#listeners.delete(own),
			},
			lock: { hold: (work) => this.#hold(work) },
			clock: systemClock,
			onTouched: () => undefined,
			onFailure: (error) => failures.push(error),
			random,
		});
		await engine.start();
		return { engine, calls: makeCalls(engine), failures, model: engine.model };
	}

	#post(from: number, message: WindowMessage): void {
		if (this.isMute) return;
		for (const [own, listener] of this.#listeners) if (own !== from) queueMicrotask(() => listener(message));
	}

	#hold(work: () => Promise<void>): Promise<void> {
		if (this.isLockShared) return work();
		const held = this.#lock.then(work);
		this.#lock = held.catch(() => undefined);
		return held;
	}
}

export type OpenWindow = Awaited<ReturnType<Workstation["open"]>>;

/** The clock is the test's own. */
export async function pass(ms: number): Promise<void> {
	await vi.advanceTimersByTimeAsync(ms);
}

/** Until every window is live and nothing waits that could be sent. */
export async function untilQuiet(windows: readonly OpenWindow[]): Promise<void> {
	for (let round = 0; round < 600; round += 1) {
		await pass(1_000);
		const isQuiet = windows.every(
			({ model }) =>
				model.writer.connection.state === "live" &&
				model.generation?.outbox.entries.every((entry) => entry.phase !== "applied") &&
				nextBatch(model.generation.outbox.entries, 1).length === 0,
		);
		if (isQuiet) return;
	}
	const standings = windows.map(({ model, failures }) => [
		model.writer,
		model.generation?.outbox.entries,
		failures,
	]);
	throw new Error(`the queue never emptied: ${JSON.stringify(standings)}`);
}

export function makeDesk(count: number): FakeDesk {
	const desk = new FakeDesk();
	for (let counter = 1; counter <= count; counter += 1) desk.put(makeTicket(counter, { teamId: "t1" }));
	return desk;
}
