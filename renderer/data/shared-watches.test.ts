import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Topic } from "../worker/protocol.ts";
import type { DataClient } from "./data-client.ts";
import { SharedWatches } from "./shared-watches.ts";

interface Opened {
	readonly topic: Topic;
	readonly params: unknown;
	readonly say: (payload: unknown) => void;
	isOpen: boolean;
}

/** A client that says only what a test says. */
function start() {
	const opened: Opened[] = [];
	const client: Pick<DataClient, "watch"> = {
		watch: (topic, params, onPayload) => {
			const watch: Opened = { topic, params, say: (payload) => onPayload(payload as never), isOpen: true };
			opened.push(watch);
			return {
				stop: () => {
					watch.isOpen = false;
				},
			};
		},
	};
	const open = (): readonly Opened[] => opened.filter(({ isOpen }) => isOpen);
	return { watches: new SharedWatches(client), opened, open };
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("watches of one page", () => {
	it("are one where the same is asked, and tell a latecomer what is known", () => {
		const { watches, opened } = start();
		const heard: unknown[] = [];
		watches.listen("ticket", { key: "a" }, ({ value }) => heard.push(["one", value]));
		expect(watches.peek("ticket", { key: "a" })).toBe(undefined);
		opened[0]?.say(null);
		watches.listen("ticket", { key: "a" }, ({ value }) => heard.push(["two", value]));
		expect(opened).toHaveLength(1);
		expect(heard).toEqual([
			["one", null],
			["two", null],
		]);
		expect(watches.peek("ticket", { key: "a" })).toEqual({ value: null });
		expect(watches.peek("ticket", { key: "b" })).toBe(undefined);
	});

	it("end at once when other parameters take their place, and drop what was on its way", () => {
		const { watches, opened, open } = start();
		const heard: unknown[] = [];
		const stop = watches.listen("ticket", { key: "a" }, ({ value }) => heard.push(value));
		opened[0]?.say(null);
		stop("end");
		opened[0]?.say(null);
		expect(heard).toEqual([null]);
		expect(open()).toEqual([]);
		expect(watches.peek("ticket", { key: "a" })).toBe(undefined);
	});

	it("linger a while for the next page, but not without end and not in crowds", () => {
		const { watches, opened, open } = start();
		const visit = (key: string): void => {
			const stop = watches.listen("ticket", { key }, () => undefined);
			opened.at(-1)?.say(null);
			stop("linger");
		};
		visit("a");
		watches.listen("ticket", { key: "a" }, () => undefined)("linger");
		expect(opened).toHaveLength(1);
		for (let index = 0; index < 20; index += 1) visit(String(index));
		expect(open().length).toBeLessThan(10);
		expect(watches.peek("ticket", { key: "19" })).toEqual({ value: null });
		vi.advanceTimersByTime(60_000);
		expect(open()).toEqual([]);
	});
});
