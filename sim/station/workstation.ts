import { makeCalls } from "../../renderer/worker/calls/calls.ts";
import { Engine } from "../../renderer/worker/engine/engine.ts";
import type { EngineParts } from "../../renderer/worker/engine/engine-parts.ts";
import { makeHttp } from "../../renderer/worker/http.ts";
import type { Faults } from "../faults.ts";
import { type Link, makeLink } from "../network/link.ts";
import type { Network } from "../network/network.ts";
import type { Ledger } from "../people/ledger.ts";
import { Life } from "../time/life.ts";
import type { Random } from "../time/random.ts";
import type { Scheduler } from "../time/scheduler.ts";
import { makeSimId, type Trace } from "../trace.ts";
import type { Backend } from "./backend.ts";
import { StationChannel } from "./station-channel.ts";
import { StationLock } from "./station-lock.ts";
import { VirtualDisk } from "./virtual-disk.ts";

export interface StationParts {
	readonly scheduler: Scheduler;
	readonly random: Random;
	readonly faults: Faults;
	readonly trace: Trace;
	readonly network: Network;
	readonly backend: Backend;
	readonly ledger: Ledger;
	/** What a mutant makes of the engine's world. */
	readonly wrap?: (parts: EngineParts) => EngineParts;
}

/** One window of a workstation: the engine as it is, in a world that is not. */
export interface SimWindow {
	readonly name: string;
	readonly life: Life;
	readonly engine: Engine;
	readonly calls: ReturnType<typeof makeCalls>;
	/** Its outbox could not be opened: it says so on screen, and what it calls saved is not. */
	readonly isOutboxLost: () => boolean;
	/** Whether its program is too old to read this edit. */
	readonly hides: (intentId: string) => boolean;
}

/** A workstation: one disk, one lock, one channel, one cookie, and windows that come and go. */
export class Workstation {
	readonly mark: number;
	readonly link: Link;
	readonly disk: VirtualDisk;
	readonly lock: StationLock;
	readonly windows: SimWindow[] = [];
	/** The device's clock minus the true time. */
	skewMs = 0;
	readonly #parts: StationParts;
	readonly #channel: StationChannel;
	#opened = 0;
	#ids = 0;

	constructor(mark: number, parts: StationParts) {
		const { scheduler, random, faults } = parts;
		this.mark = mark;
		this.#parts = parts;
		this.link = makeLink(`s${mark}`);
		this.disk = new VirtualDisk(parts);
		this.lock = new StationLock(scheduler, random);
		this.#channel = new StationChannel(scheduler, random, faults);
	}

	get name(): string {
		return this.link.name;
	}

	open(): SimWindow {
		const { trace } = this.#parts;
		this.#opened += 1;
		const life = new Life(`${this.name}w${this.#opened}`);
		trace.note(life.name, () => `opens as ${this.link.personId}`);
		const parts = this.#engineParts(life);
		const engine = new Engine(this.#parts.wrap ? this.#parts.wrap(parts) : parts);
		const window: SimWindow = {
			name: life.name,
			life,
			engine,
			calls: makeCalls(engine),
			hides: (intentId) => this.disk.hides(life, intentId),
			isOutboxLost: () => engine.model.happenings.some(({ code }) => code === "outbox-in-memory"),
		};
		this.windows.push(window);
		engine
			.start()
			.catch((error: unknown) => trace.note(life.name, () => `could not start: ${String(error)}`));
		return window;
	}

	/** As a page is closed: what is under way may still come to its end. */
	close(window: SimWindow): void {
		this.#parts.trace.note(window.name, () => "closes");
		this.#remove(window);
		void window.engine.dispose();
		this.#parts.scheduler.after(100, null, () => this.#end(window));
	}

	/** Without a warning. */
	crash(window: SimWindow): void {
		this.#parts.trace.note(window.name, () => "crashes");
		this.#remove(window);
		this.#end(window);
	}

	#end({ life }: SimWindow): void {
		life.end();
		this.disk.noteEnd(life);
		this.#channel.forget(life);
		this.lock.takeFrom(life);
	}

	#remove(window: SimWindow): void {
		const index = this.windows.indexOf(window);
		if (index >= 0) this.windows.splice(index, 1);
	}

	#engineParts(life: Life): EngineParts {
		const { scheduler, random, network, trace } = this.#parts;
		const clock = {
			now: () => scheduler.wallMs + this.skewMs,
			after: (ms: number, act: () => void) => scheduler.after(ms, life, act),
		};
		return {
			openOutbox: () => this.disk.openOutbox(life),
			caches: this.disk.cachesFor(life),
			http: makeHttp({ origin: "http://desk", clock, fetch: network.fetchFor(this.link, life) }),
			channel: this.#channel.channelFor(life),
			lock: this.lock.lockFor(life),
			clock,
			onTouched: () => undefined,
			onFailure: (error) => trace.note(life.name, () => `failure: ${String(error)}`),
			random: random.next,
			makeId: () => {
				this.#ids += 1;
				return makeSimId(this.mark, this.#ids);
			},
		};
	}
}
