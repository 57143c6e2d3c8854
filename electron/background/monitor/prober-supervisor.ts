import { Worker } from "node:worker_threads";
import type { CheckResult } from "../../../shared/api/checks.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import type { FromProber, ProbedCheck, ProbeOrder, ToProber } from "./prober-messages.ts";

/** The thread says that it lives twice a second; silent for longer than this, nobody may trust its last word. */
export const PROBER_SILENT_AFTER_MS = 5_000;
const FIRST_BACK_OFF_MS = 500;
const LONGEST_BACK_OFF_MS = 30_000;
/** Probes leave much short-lived rubbish: small nurseries cost no time here and save 100 MB at 10,000 checks. */
const YOUNG_GENERATION_MB = 8;
/** A thread that lived this long starts again with the first back-off. */
const STABLE_AFTER_MS = 60_000;

export interface SupervisorOptions {
	/** The thread stands and knows nothing yet: give it its plan. */
	readonly onStarted: () => void;
	readonly onResults: (results: readonly ProbedCheck[]) => void;
	readonly log: (line: string) => void;
	/** For tests: another script. */
	readonly script?: URL;
}

/** Keeps one prober thread running: restarts it with back-off when it dies, and says so. */
export class ProberSupervisor {
	readonly #options: SupervisorOptions;
	readonly #tests = new Map<number, (result: Result<CheckResult>) => void>();
	#worker: Worker | null = null;
	#restart: NodeJS.Timeout | null = null;
	#startedAt = 0;
	#backOffMs = FIRST_BACK_OFF_MS;
	#lastSeenAt: number | null = null;
	#requestId = 0;
	#isStopping = false;
	#onStopped: () => void = () => undefined;

	constructor(options: SupervisorOptions) {
		this.#options = options;
	}

	/** When the thread was last heard of, by wall time. */
	get lastSeenAt(): number | null {
		return this.#lastSeenAt;
	}

	start(): void {
		this.#startedAt = performance.now();
		const worker = new Worker(this.#options.script ?? findScript(), {
			name: "prober",
			execArgv: [],
			resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
		});
		this.#worker = worker;
		worker.on("message", (message: FromProber) => this.#handle(message));
		worker.on("error", (error) => this.#options.log(`prober: failed: ${messageOf(error)}`));
		worker.on("exit", () => this.#handleExit(worker));
		this.#options.onStarted();
	}

	send(message: ToProber): void {
		this.#worker?.postMessage(message);
	}

	/** Runs one probe outside the plan. */
	probe(order: ProbeOrder): Promise<Result<CheckResult>> {
		if (!this.#worker || this.#isStopping) return Promise.resolve(unavailable());
		this.#requestId += 1;
		const requestId = this.#requestId;
		return new Promise((resolve) => {
			this.#tests.set(requestId, resolve);
			this.send({ type: "probe", requestId, order });
		});
	}

	/** Asks the thread to end and waits for it; it is never terminated. */
	stop(): Promise<void> {
		this.#isStopping = true;
		if (this.#restart) clearTimeout(this.#restart);
		if (!this.#worker) return Promise.resolve();
		return new Promise((resolve) => {
			this.#onStopped = resolve;
			this.send({ type: "stop" });
		});
	}

	#handle(message: FromProber): void {
		this.#lastSeenAt = Date.now();
		if (message.type === "results") this.#options.onResults(message.results);
		if (message.type === "probed") this.#answerTest(message.requestId, ok(message.result));
		if (message.type === "gap") {
			const seconds = Math.round(message.lengthMs / 1_000);
			this.#options.log(`prober: this machine slept or its clock was set: ${seconds} s are a gap`);
		}
	}

	#answerTest(requestId: number, result: Result<CheckResult>): void {
		this.#tests.get(requestId)?.(result);
		this.#tests.delete(requestId);
	}

	#handleExit(worker: Worker): void {
		if (this.#worker !== worker) return;
		this.#worker = null;
		for (const requestId of [...this.#tests.keys()]) this.#answerTest(requestId, unavailable());
		if (this.#isStopping) this.#onStopped();
		else this.#restartLater();
	}

	#restartLater(): void {
		if (performance.now() - this.#startedAt > STABLE_AFTER_MS) this.#backOffMs = FIRST_BACK_OFF_MS;
		this.#options.log(`prober: ended unexpectedly; starting again in ${this.#backOffMs} ms`);
		this.#restart = setTimeout(() => this.start(), this.#backOffMs);
		this.#backOffMs = Math.min(LONGEST_BACK_OFF_MS, this.#backOffMs * 2);
	}
}

/** The thread's script beside this one: as built, or as source. */
function findScript(): URL {
	const name = import.meta.url.endsWith(".ts") ? "prober-thread.ts" : "prober.js";
	return new URL(`./${name}`, import.meta.url);
}

function unavailable() {
	return refuse("prober_unavailable", "The prober is not running just now. It is being started again.");
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
