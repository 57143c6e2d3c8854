import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NEVER_OBSERVED } from "../../../../shared/check/state.ts";
import type { FromProber, PlannedCheck, ProbedCheck } from "../prober-messages.ts";
import { DEFAULT_GATE_LIMITS } from "./gate.ts";
import { Prober } from "./prober.ts";

let server: Server;
let port: number;
const sockets = new Set<Socket>();
let prober: Prober | null = null;
let messages: FromProber[] = [];

beforeEach(async () => {
	messages = [];
	server = createServer((socket) => {
		sockets.add(socket);
		// Read, so that its end is noticed.
		socket.resume();
		socket.on("close", () => sockets.delete(socket));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	port = (server.address() as AddressInfo).port;
});

afterEach(() => {
	prober?.handle({ type: "stop" });
	prober = null;
	for (const socket of sockets) socket.destroy();
	server.close();
	vi.restoreAllMocks();
});

function startProber(limits = DEFAULT_GATE_LIMITS): Prober {
	prober = new Prober((message) => messages.push(message), limits);
	return prober;
}

function plan(checkId: string, more: Partial<PlannedCheck> = {}): PlannedCheck {
	return {
		checkId,
		generation: 1,
		target: { type: "tcp", host: "127.0.0.1", port },
		timeoutMs: 1_000,
		degradedAboveMs: null,
		intervalMs: 1_000,
		retries: 1,
		retryIntervalMs: 500,
		standing: NEVER_OBSERVED,
		isUrgent: true,
		...more,
	};
}

const hangs = () => ({
	target: {
		type: "http" as const,
		url: `http://127.0.0.1:${port}/`,
		method: "GET" as const,
		expectStatus: "200",
		expectText: null,
	},
});

const results = (): readonly ProbedCheck[] =>
	messages.flatMap((message) => (message.type === "results" ? message.results : []));

describe("Prober", () => {
	it("runs an urgent check at once and then once per interval", async () => {
		startProber().handle({ type: "plan", checks: [plan("a")] });
		await sleep(3_300);
		const times = results().map(({ result }) => result.at);
		expect(times.length).toBeGreaterThanOrEqual(3);
		expect(times.length).toBeLessThanOrEqual(5);
		const gaps = times.slice(2).map((at, index) => at - (times[index + 1] ?? 0));
		for (const gap of gaps) expect(Math.abs(gap - 1_000)).toBeLessThan(300);
	});

	it("confirms a failure at the pace of its retries, not of its interval", async () => {
		server.close();
		await once(server, "close");
		const slow = plan("a", { intervalMs: 60_000, retries: 2 });
		startProber().handle({ type: "plan", checks: [slow] });
		await vi.waitFor(() => expect(results()).toHaveLength(3), { timeout: 3_000, interval: 10 });
		const [first, , third] = results();
		expect((third?.result.at ?? 0) - (first?.result.at ?? 0)).toBeGreaterThanOrEqual(990);
		expect((third?.result.at ?? 0) - (first?.result.at ?? 0)).toBeLessThan(1_500);
		expect(third?.change).toMatchObject({ from: "unknown", to: "down", since: first?.result.at });
		await sleep(700);
		expect(results()).toHaveLength(3);
	});

	it("starts other checks on time while many hang", async () => {
		const hanging = Array.from({ length: 50 }, (_, index) => plan(`hangs-${index}`, hangs()));
		startProber().handle({ type: "plan", checks: [...hanging, plan("fine")] });
		await sleep(600);
		expect(results().map(({ checkId }) => checkId)).toContain("fine");
		expect(results().some(({ checkId }) => checkId.startsWith("hangs"))).toBe(false);
		await sleep(900);
		expect(results().filter(({ result }) => result.errorCode === "TIMEOUT")).toHaveLength(50);
	});

	it("never has more open than it may", async () => {
		const hanging = Array.from({ length: 30 }, (_, index) => plan(`hangs-${index}`, hangs()));
		startProber({ ...DEFAULT_GATE_LIMITS, maxOpen: 7 }).handle({ type: "plan", checks: hanging });
		await sleep(500);
		expect(sockets.size).toBe(7);
	});

	it("calls time in which the machine slept a gap, and drops what was under way", async () => {
		startProber().handle({
			type: "plan",
			checks: [plan("a", { ...hangs(), timeoutMs: 60_000, intervalMs: 86_400_000 })],
		});
		await vi.waitFor(() => expect(sockets.size).toBe(1));
		const wake = Date.now() + 3_600_000;
		const startedAt = performance.now();
		vi.spyOn(Date, "now").mockImplementation(() => wake + performance.now() - startedAt);
		await vi.waitFor(() => expect(messages.some(({ type }) => type === "gap")).toBe(true), {
			timeout: 2_000,
		});
		await vi.waitFor(() => expect(sockets.size).toBe(0));
		expect(results()).toEqual([]);
	});

	it("forgets a check, also one that is under way", async () => {
		const running = startProber();
		running.handle({ type: "plan", checks: [plan("a", { ...hangs(), timeoutMs: 300 })] });
		await vi.waitFor(() => expect(sockets.size).toBe(1));
		running.handle({ type: "forget", checkIds: ["a"] });
		await sleep(600);
		expect(results()).toEqual([]);
	});

	it("answers a single probe outside every plan", async () => {
		const order = { target: plan("a").target, timeoutMs: 1_000, degradedAboveMs: null };
		startProber().handle({ type: "probe", requestId: 7, order });
		await vi.waitFor(() => {
			const answer = messages.find((message) => message.type === "probed");
			expect(answer).toMatchObject({ requestId: 7, result: { state: "up" } });
		});
	});

	it("says that it lives twice a second, and stops when it is told to", async () => {
		const running = startProber();
		await sleep(1_700);
		expect(messages.filter(({ type }) => type === "alive").length).toBeGreaterThanOrEqual(3);
		running.handle({ type: "stop" });
		const count = messages.length;
		expect(messages.at(-1)).toEqual({ type: "stopped" });
		await sleep(700);
		expect(messages).toHaveLength(count);
	});
});
