import type { CheckResult } from "../../../../shared/api/checks.ts";
import { type CheckStanding, isSoft, stepStanding } from "../../../../shared/check/state.ts";
import { assertNever } from "../../../../shared/result.ts";
import type { FromProber, PlannedCheck, ProbedCheck, ProbeOrder, ToProber } from "../prober-messages.ts";
import { ProbeError } from "./failure.ts";
import { DEFAULT_GATE_LIMITS, type GateLimits, StartGate } from "./gate.ts";
import { TimeHeap } from "./heap.ts";
import { Names } from "./names.ts";
import { NetworkHealth } from "./network-health.ts";
import { type Clocks, Planner } from "./planner.ts";
import { hostOf, probe } from "./probe.ts";
import { SleepWatch } from "./sleep-watch.ts";

/** The loop looks around at least this often: also the pace of `alive` and of noticing a sleep. */
const LONGEST_WAIT_MS = 500;

interface Watched {
	readonly check: PlannedCheck;
	standing: CheckStanding;
	/** Waiting at the gate or under way: a check never overlaps itself. */
	isBusy: boolean;
}

interface Running {
	readonly abort: AbortController;
	isOver: boolean;
	/** Its answer would tell of a time when this machine slept. */
	isVoid: boolean;
}

/** Plans and runs all checks on one timer. Lives in a thread of its own and never touches the database. */
export class Prober {
	readonly #send: (message: FromProber) => void;
	readonly #names = new Names();
	readonly #network = new NetworkHealth();
	readonly #planner = new Planner();
	readonly #gate: StartGate;
	readonly #deadlines = new TimeHeap<Running>();
	readonly #sleepWatch: SleepWatch;
	readonly #checks = new Map<string, Watched>();
	readonly #running = new Set<Running>();
	#results: ProbedCheck[] = [];
	#timer: NodeJS.Timeout | null = null;
	#aliveAt = Number.NEGATIVE_INFINITY;
	#isStopped = false;

	constructor(send: (message: FromProber) => void, limits: GateLimits = DEFAULT_GATE_LIMITS) {
		this.#send = send;
		this.#gate = new StartGate(limits, performance.now());
		this.#sleepWatch = new SleepWatch(readClocks());
		this.#turn();
	}

	handle(message: ToProber): void {
		switch (message.type) {
			case "plan":
				for (const check of message.checks) this.#plan(check);
				break;
			case "forget":
				for (const checkId of message.checkIds) this.#forget(checkId);
				break;
			case "probe":
				this.#probeOnce(message.requestId, message.order);
				break;
			case "stop":
				this.#stop();
				return;
			default:
				assertNever(message);
		}
		this.#turn();
	}

	#plan(check: PlannedCheck): void {
		this.#checks.set(check.checkId, { check, standing: check.standing, isBusy: false });
		this.#planner.add(check, readClocks());
	}

	#forget(checkId: string): void {
		this.#checks.delete(checkId);
		this.#planner.remove(checkId);
	}

	#stop(): void {
		this.#isStopped = true;
		if (this.#timer) clearTimeout(this.#timer);
		for (const running of this.#running) voidRunning(running, "stopped");
		this.#sendResults();
		this.#send({ type: "stopped" });
	}

	/** One turn: notice a sleep, end what is late, start what is due, then wait for what comes next. */
	#turn(): void {
		if (this.#isStopped) return;
		const clocks = readClocks();
		this.#noticeSleep(clocks);
		this.#endLate(clocks.monotonicMs);
		for (const checkId of this.#planner.takeDue(clocks)) this.#begin(checkId);
		this.#gate.drain(clocks.monotonicMs);
		this.#reportAlive(clocks.monotonicMs);
		this.#wait(clocks.monotonicMs);
	}

	#wait(now: number): void {
		const next = Math.min(
			this.#planner.nextAt ?? Infinity,
			this.#deadlines.nextAt ?? Infinity,
			this.#gate.wakeAt(now) ?? Infinity,
			now + LONGEST_WAIT_MS,
		);
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#turn(), Math.max(0, Math.ceil(next - now)));
	}

	#noticeSleep(clocks: Clocks): void {
		const lengthMs = this.#sleepWatch.look(clocks);
		if (lengthMs === 0) return;
		for (const running of this.#running) voidRunning(running, "this machine slept");
		this.#planner.replanAll(clocks);
		this.#send({ type: "gap", at: clocks.wallMs, lengthMs });
	}

	/** The loop itself may have been late: what has arrived meanwhile is read before a probe is called late. */
	#endLate(now: number): void {
		for (let late = this.#deadlines.popDue(now); late; late = this.#deadlines.popDue(now)) {
			const running = late;
			if (running.isOver) continue;
			setImmediate(() => {
				if (!running.isOver) running.abort.abort(new ProbeError("TIMEOUT", "timed out"));
			});
		}
	}

	#begin(checkId: string): void {
		const watched = this.#checks.get(checkId);
		if (!watched || watched.isBusy) return;
		watched.isBusy = true;
		this.#gate.request(hostOf(watched.check.target), () => this.#run(watched));
	}

	async #run(watched: Watched): Promise<void> {
		const { check } = watched;
		const startedAt = performance.now();
		const isCurrent = () => this.#checks.get(check.checkId) === watched;
		const result = isCurrent() ? await this.#probe(check) : null;
		watched.isBusy = false;
		this.#gate.release(hostOf(check.target));
		if (isCurrent()) this.#settle(watched, startedAt, result);
		this.#turnSoon();
	}

	/** Takes the result in; while it waits for confirmation the next start is the retry. */
	#settle(watched: Watched, startedAt: number, result: CheckResult | null): void {
		const { check } = watched;
		if (!result) return;
		const wasSoft = isSoft(watched.standing);
		const { standing, change } = stepStanding(watched.standing, result, check.retries);
		watched.standing = standing;
		if (isSoft(standing)) {
			this.#planner.moveTo(check.checkId, Math.max(performance.now(), startedAt + check.retryIntervalMs));
		} else if (wasSoft) {
			this.#planner.moveToPlace(check.checkId, readClocks());
		}
		const { checkId, generation } = check;
		this.#results.push({ checkId, generation, result, standing, change });
	}

	async #probeOnce(requestId: number, order: ProbeOrder): Promise<void> {
		const host = hostOf(order.target);
		await new Promise<void>((start) => this.#gate.request(host, start));
		const result = await this.#probe(order);
		this.#gate.release(host);
		this.#send({ type: "probed", requestId, result: result ?? nothingSeen() });
		this.#turnSoon();
	}

	/** `null` where the answer would be about a time nobody saw. */
	async #probe(order: ProbeOrder): Promise<CheckResult | null> {
		const running: Running = { abort: new AbortController(), isOver: false, isVoid: false };
		this.#running.add(running);
		this.#deadlines.push(performance.now() + order.timeoutMs, running);
		const { signal } = running.abort;
		const result = await probe(order, { names: this.#names, network: this.#network, signal });
		running.isOver = true;
		this.#running.delete(running);
		return running.isVoid ? null : result;
	}

	#turnScheduled = false;

	/** Once for all probes that end in the same turn of the loop. */
	#turnSoon(): void {
		if (this.#turnScheduled) return;
		this.#turnScheduled = true;
		setImmediate(() => {
			this.#turnScheduled = false;
			this.#sendResults();
			this.#turn();
		});
	}

	#sendResults(): void {
		if (this.#results.length === 0) return;
		const results = this.#results;
		this.#results = [];
		this.#send({ type: "results", results });
	}

	#reportAlive(now: number): void {
		if (now - this.#aliveAt < LONGEST_WAIT_MS) return;
		this.#aliveAt = now;
		this.#send({ type: "alive", open: this.#gate.open, waiting: this.#gate.waiting });
	}
}

function voidRunning(running: Running, reason: string): void {
	running.isVoid = true;
	running.abort.abort(new ProbeError("VOID", reason));
}

function readClocks(): Clocks {
	return { wallMs: Date.now(), monotonicMs: performance.now() };
}

function nothingSeen(): CheckResult {
	return {
		at: Date.now(),
		state: "unknown",
		summary: "the probe was interrupted",
		statusCode: null,
		errorCode: "INTERRUPTED",
		totalMs: 0,
		phases: { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, transferMs: null },
	};
}
