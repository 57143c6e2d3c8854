import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../clock.ts";
import { makeUuid } from "../fixture.ts";
import { makeHttp } from "../http.ts";
import { makeMemoryCacheStores } from "../storage/memory-cache-store.ts";
import { fetchFile } from "./fetch-file.ts";
import { makePartStore } from "./part-store.ts";

const ID = makeUuid(1);
const MEGABYTE = 1_048_576;

beforeEach(() => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
	vi.useRealTimers();
});

/** A desk at the end of a line, reached through the worker's own requests with their time limit. */
class SlowLine {
	readonly file = new Uint8Array(2 * MEGABYTE).map((_, index) => index % 251);
	bytesPerSecond = 10_000;
	/** After so many answered requests it is cut. */
	cutAfter = Number.POSITIVE_INFINITY;
	knowsParts = true;
	/** What arrived whole, as offset and length. */
	readonly arrived: (readonly [from: number, bytes: number])[] = [];
	readonly #store = makeMemoryCacheStores().open("one");

	/** As one window: what lies on disk is shared with the next. */
	async fetch(): Promise<Blob | null> {
		const http = makeHttp({ origin: "", fetch: (_url, init) => this.#answer(init) });
		const store = await this.#store;
		const parts = makePartStore({ store, now: Date.now, isFull: async () => false });
		const fetching = fetchFile(ID, { http, clock: systemClock, parts, canFetch: () => true });
		await vi.advanceTimersByTimeAsync(3_600_000);
		const blob = await fetching;
		if (blob) await parts.forget(ID);
		return blob;
	}

	async keptRecords(): Promise<number> {
		return (await (await this.#store).listFiles()).length;
	}

	async #answer({ headers, signal }: RequestInit): Promise<Response> {
		const [from = 0, to = 0] = (/\d+-\d+/.exec(new Headers(headers).get("range") ?? "")?.[0] ?? "")
			.split("-")
			.map(Number);
		const part = this.knowsParts ? this.file.slice(from, to + 1) : this.file;
		if (this.arrived.length >= this.cutAfter) throw new TypeError("network changed");
		await new Promise<void>((resolve, reject) => {
			const timer = setTimeout(resolve, (part.length / this.bytesPerSecond) * 1_000);
			signal?.addEventListener("abort", () => {
				clearTimeout(timer);
				reject(new Error("aborted"));
			});
		});
		this.arrived.push([from, part.length]);
		if (!this.knowsParts) return new Response(part);
		const range = `bytes ${from}-${from + part.length - 1}/${this.file.length}`;
		return new Response(part, { status: 206, headers: { "content-range": range } });
	}
}

const bytesOf = async (blob: Blob | null) =>
	new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
const sum = (line: SlowLine) => line.arrived.reduce((total, [, bytes]) => total + bytes, 0);

describe("a file from the desk", () => {
	it("comes over a line on which it takes longer than any one request may", async () => {
		const line = new SlowLine();
		expect(await bytesOf(await line.fetch())).toEqual(line.file);
		expect(line.file.length / line.bytesPerSecond).toBeGreaterThan(200);
		expect(sum(line)).toBe(line.file.length);
	});

	it("comes in smaller parts over a line on which the first does not arrive in time", async () => {
		const line = new SlowLine();
		line.bytesPerSecond = 3_000;
		expect(await bytesOf(await line.fetch())).toEqual(line.file);
		expect(Math.max(...line.arrived.map(([, bytes]) => bytes))).toBe(65_536);
	});

	it("comes in ever larger parts over a quick line", async () => {
		const line = new SlowLine();
		line.bytesPerSecond = 100 * MEGABYTE;
		expect(await bytesOf(await line.fetch())).toEqual(line.file);
		expect(line.arrived.map(([, bytes]) => bytes)).toEqual([262_144, 524_288, MEGABYTE, 262_144]);
	});

	it("goes on where it was after the line was cut and the window closed; nothing comes twice", async () => {
		const line = new SlowLine();
		line.cutAfter = 3;
		expect(await line.fetch()).toBeNull();
		expect(await line.keptRecords()).toBe(3);
		line.cutAfter = Number.POSITIVE_INFINITY;
		expect(await bytesOf(await line.fetch())).toEqual(line.file);
		expect(sum(line)).toBe(line.file.length);
		expect(await line.keptRecords()).toBe(0);
	});

	it("comes whole from a desk that knows no parts", async () => {
		const line = new SlowLine();
		line.knowsParts = false;
		line.bytesPerSecond = MEGABYTE;
		expect(await bytesOf(await line.fetch())).toEqual(line.file);
		expect(line.arrived).toHaveLength(1);
	});
});
