import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PageMessage, SyncStatus, WorkerMessage } from "../worker/protocol.ts";
import { DataClient, type WorkerPort } from "./data-client.ts";

/** A worker's end of the line that answers only what a test says. */
class FakeWorker implements WorkerPort {
	readonly received: PageMessage[] = [];
	isTerminated = false;
	answersPings = true;
	onmessage: WorkerPort["onmessage"] = null;
	onerror: WorkerPort["onerror"] = null;

	postMessage(message: PageMessage): void {
		this.received.push(message);
		if (message.type === "ping" && this.answersPings) this.say({ type: "pong" });
	}
	terminate(): void {
		this.isTerminated = true;
	}
	say(message: WorkerMessage): void {
		this.onmessage?.({ data: message } as MessageEvent<WorkerMessage>);
	}
	last(type: PageMessage["type"]): PageMessage | undefined {
		return this.received.findLast((message) => message.type === type);
	}
}

function start() {
	const workers: FakeWorker[] = [];
	const client = new DataClient(() => {
		const worker = new FakeWorker();
		workers.push(worker);
		return worker;
	});
	const worker = () => {
		const newest = workers.at(-1);
		if (!newest) throw new Error("no worker was started");
		return newest;
	};
	return { client, workers, worker };
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("the page's client", () => {
	it("hands each watch its payloads until it stops", () => {
		const { client, worker } = start();
		const seen: SyncStatus["state"][] = [];
		const watch = client.watch("sync", null, (status) => seen.push(status.state));
		worker().say({ type: "payload", watchId: 1, payload: { state: "live" } });
		watch.stop();
		worker().say({ type: "payload", watchId: 1, payload: { state: "offline" } });
		expect(seen).toEqual(["live"]);
		expect(worker().last("unwatch")).toEqual({ type: "unwatch", watchId: 1 });
		client.dispose();
	});

	it("answers calls, and fails those the worker could not answer", async () => {
		const { client, worker } = start();
		const draft = client.call("loadDraft", "a");
		const other = client.call("loadDraft", "b");
		worker().say({ type: "answer", callId: 1, value: "text" });
		worker().say({ type: "failed", callId: 2, message: "disk" });
		await expect(draft).resolves.toBe("text");
		await expect(other).rejects.toThrow("disk");
		client.dispose();
	});

	it("replaces a worker that hangs, watches everything again and asks open calls again, but never saves twice", async () => {
		const { client, workers, worker } = start();
		client.watch("ticket", { key: "a" }, () => undefined).stop();
		client.watch("ticket", { key: "b" }, () => undefined);
		const draft = client.call("loadDraft", "a");
		const edit = client.call("edit", { ticketId: "b", set: { impact: 1 } });
		const failed = expect(edit).rejects.toThrow("stopped while saving");
		worker().answersPings = false;
		await vi.advanceTimersByTimeAsync(40_000);
		await failed;
		expect(workers).toHaveLength(2);
		expect(workers[0]?.isTerminated).toBe(true);
		expect(worker().last("watch")).toMatchObject({ topic: "ticket", params: { key: "b" } });
		const calls = worker().received.filter((message) => message.type === "call");
		expect(calls).toMatchObject([{ name: "loadDraft" }]);
		const callId = calls[0]?.callId ?? 0;
		worker().say({ type: "answer", callId, value: "still here" });
		await expect(draft).resolves.toBe("still here");
		client.dispose();
	});

	it("renews a worker that asks for it, but not while an edit is being saved", async () => {
		const { client, workers, worker } = start();
		client.watch("sync", null, () => undefined);
		const edit = client.call("edit", { ticketId: "b", set: { impact: 1 } });
		worker().say({ type: "renew" });
		expect(workers).toHaveLength(1);
		worker().say({ type: "answer", callId: 2, value: { ok: true, value: { intentId: "i" } } });
		await expect(edit).resolves.toMatchObject({ ok: true });
		await vi.advanceTimersByTimeAsync(300);
		expect(workers).toHaveLength(2);
		expect(workers[0]?.isTerminated).toBe(true);
		expect(worker().last("watch")).toMatchObject({ topic: "sync" });
		client.dispose();
	});

	it("starts a worker that failed again, ever more slowly", async () => {
		const { client, workers, worker } = start();
		for (let round = 0; round < 20; round += 1) {
			worker().onerror?.({} as ErrorEvent);
			await vi.advanceTimersByTimeAsync(1_000);
		}
		expect(workers.length).toBeGreaterThan(3);
		expect(workers.length).toBeLessThan(10);
		client.dispose();
	});
});
