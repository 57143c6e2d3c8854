import type { CallName, Calls, PageMessage, Topic, Topics, WorkerMessage } from "../worker/protocol.ts";

/** The part of `Worker` that the client uses. */
export interface WorkerPort {
	postMessage(message: PageMessage): void;
	terminate(): void;
	onmessage: ((event: MessageEvent<WorkerMessage>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

/** One running watch of a topic. */
export interface Watch {
	readonly stop: () => void;
}

type CallParams<Name extends CallName> = Parameters<Calls[Name]>;
type CallValue<Name extends CallName> = ReturnType<Calls[Name]>;

interface OpenWatch {
	readonly topic: Topic;
	readonly params: unknown;
	readonly onPayload: (payload: never) => void;
}

interface OpenCall {
	readonly name: CallName;
	readonly params: unknown;
	readonly resolve: (value: never) => void;
	readonly reject: (error: Error) => void;
}

const PING_EVERY_MS = 5_000;
/** Unanswered pings in a row until the worker counts as dead. A slept machine misses one. */
const MISSED_PINGS = 4;
const RESTART_AFTER_MS = [0, 500, 2_000, 5_000, 15_000] as const;
const RENEW_AGAIN_MS = 200;
/** Saving twice would be two edits: whoever asked must look first. All other calls may be asked again. */
const ASKED_ONCE: ReadonlySet<CallName> = new Set<CallName>(["create", "edit", "chooseFile"]);

/**
 * The page's side of the data worker: watches and calls by message, and a worker that died is
 * replaced, with everything watched again.
 */
export class DataClient {
	readonly #makeWorker: () => WorkerPort;
	readonly #watches = new Map<number, OpenWatch>();
	readonly #calls = new Map<number, OpenCall>();
	#worker: WorkerPort | null = null;
	#nextId = 1;
	#unansweredPings = 0;
	#restarts = 0;
	#restartTimer: ReturnType<typeof setTimeout> | undefined;
	readonly #pingTimer: ReturnType<typeof setInterval>;

	constructor(makeWorker: () => WorkerPort) {
		this.#makeWorker = makeWorker;
		this.#start();
		this.#pingTimer = setInterval(() => this.#ping(), PING_EVERY_MS);
	}

	watch<Name extends Topic>(
		topic: Name,
		params: Topics[Name]["params"],
		onPayload: (payload: Topics[Name]["payload"]) => void,
	): Watch {
		const watchId = this.#nextId++;
		this.#watches.set(watchId, { topic, params, onPayload });
		this.#post({ type: "watch", watchId, topic, params });
		return {
			stop: () => {
				if (this.#watches.delete(watchId)) this.#post({ type: "unwatch", watchId });
			},
		};
	}

	/** Rejects only where the worker itself failed: refusals are values. */
	call<Name extends CallName>(name: Name, ...args: CallParams<Name>): Promise<CallValue<Name>> {
		const callId = this.#nextId++;
		const params = args[0];
		return new Promise<CallValue<Name>>((resolve, reject) => {
			this.#calls.set(callId, { name, params, resolve, reject });
			this.#post({ type: "call", callId, name, params });
		});
	}

	dispose(): void {
		clearInterval(this.#pingTimer);
		clearTimeout(this.#restartTimer);
		this.#worker?.terminate();
		this.#worker = null;
		for (const call of this.#calls.values()) call.reject(new Error("the window is closing"));
		this.#calls.clear();
		this.#watches.clear();
	}

	#post(message: PageMessage): void {
		this.#worker?.postMessage(message);
	}

	#start(): void {
		const worker = this.#makeWorker();
		worker.onmessage = (event) => this.#receive(event.data);
		worker.onerror = () => this.#replace();
		this.#worker = worker;
		this.#unansweredPings = 0;
		for (const [watchId, { topic, params }] of this.#watches) {
			this.#post({ type: "watch", watchId, topic, params });
		}
		for (const [callId, { name, params }] of this.#calls) this.#post({ type: "call", callId, name, params });
	}

	#receive(message: WorkerMessage): void {
		this.#unansweredPings = 0;
		if (message.type === "pong") {
			this.#restarts = 0;
			return;
		}
		if (message.type === "renew") {
			this.#renew();
			return;
		}
		if (message.type === "payload") {
			this.#watches.get(message.watchId)?.onPayload(message.payload as never);
			return;
		}
		const call = this.#calls.get(message.callId);
		if (!call) return;
		this.#calls.delete(message.callId);
		if (message.type === "answer") call.resolve(message.value as never);
		else call.reject(new Error(message.message));
	}

	#ping(): void {
		if (!this.#worker) return;
		if (this.#unansweredPings >= MISSED_PINGS) {
			this.#replace();
			return;
		}
		this.#unansweredPings += 1;
		this.#post({ type: "ping" });
	}

	/** Not while an edit is being saved; everything else is simply asked again. */
	#renew(): void {
		clearTimeout(this.#restartTimer);
		if ([...this.#calls.values()].some((call) => ASKED_ONCE.has(call.name))) {
			this.#restartTimer = setTimeout(() => this.#renew(), RENEW_AGAIN_MS);
			return;
		}
		this.#worker?.terminate();
		this.#start();
	}

	#replace(): void {
		if (!this.#worker) return;
		this.#worker.terminate();
		this.#worker = null;
		this.#failCallsAskedOnce();
		const wait = RESTART_AFTER_MS[Math.min(this.#restarts, RESTART_AFTER_MS.length - 1)] ?? 0;
		this.#restarts += 1;
		this.#restartTimer = setTimeout(() => this.#start(), wait);
	}

	#failCallsAskedOnce(): void {
		for (const [callId, call] of this.#calls) {
			if (!ASKED_ONCE.has(call.name)) continue;
			this.#calls.delete(callId);
			call.reject(
				new Error("The data worker stopped while saving. Look whether the edit is there, then try again."),
			);
		}
	}
}
