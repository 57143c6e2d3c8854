import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FeedEvent, feedEventSchema } from "../../../shared/api/changes.ts";
import { startTestDesk, type TestDesk } from "../fixture.ts";

let desk: TestDesk;
let isClosed = false;
beforeEach(async () => {
	desk = await startTestDesk();
	isClosed = false;
});
afterEach(async () => {
	if (!isClosed) await desk.close();
});

/** Reads a feed's events one by one; `null` when it has ended. */
async function openFeed(): Promise<{ next: () => Promise<FeedEvent | null>; cancel: () => Promise<void> }> {
	const response = await fetch(`${desk.background.url}/api/feed`);
	if (!response.body) throw new Error("a feed has a body");
	const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
	let buffered = "";
	return {
		next: async () => {
			for (let reads = 0; reads < 1_000; reads += 1) {
				const end = buffered.indexOf("\n\n");
				if (end >= 0) {
					const block = buffered.slice(0, end);
					buffered = buffered.slice(end + 2);
					const [name, data] = block.split("\n").map((line) => line.replace(/^\w+: /, ""));
					const event = feedEventSchema.parse(JSON.parse(data ?? ""));
					expect(name).toBe(event.type);
					return event;
				}
				const { value, done } = await reader.read();
				if (done) return null;
				buffered += value;
			}
			throw new Error("the feed says nothing whole");
		},
		cancel: () => reader.cancel(),
	};
}

/** After what is told at once: the greeting, and to people who is where. */
async function greeted() {
	const feed = await openFeed();
	expect(await feed.next()).toMatchObject({ type: "hello" });
	expect(await feed.next()).toEqual({ type: "presence", isAll: true, present: [] });
	return feed;
}

describe("the feed", () => {
	it("says hello at once, then where the log ends, once for changes that come together", async () => {
		const { next, cancel } = await openFeed();
		const { store } = desk.background;
		expect(await next()).toMatchObject({ type: "hello", epoch: store.epoch, seq: store.head() });
		const teams = Array.from({ length: 50 }, (_, index) => `team-${index}`);
		await Promise.all(teams.map((id) => store.write(async ({ logChange }) => logChange("team", id))));
		let last: FeedEvent | null = null;
		let heads = 0;
		while (last?.type !== "head" || last.seq < store.head()) {
			last = await next();
			heads += 1;
		}
		expect(heads).toBeLessThan(teams.length / 2);
		await cancel();
	});

	it("passes on hints", async () => {
		const { next, cancel } = await greeted();
		desk.background.store.events.emit("figures", { figures: [] });
		expect(await next()).toEqual({ type: "figures", figures: [] });
		await cancel();
	});

	it("says who comes to a ticket and who leaves it", async () => {
		const { next, cancel } = await greeted();
		const windowId = randomUUID();
		for (const here of [{ ticketId: "t1", doing: "types" }, null]) {
			const said = await desk.ask("/api/presence", { method: "POST", body: { windowId, here } });
			expect(said.status).toBe(204);
			const personId = "owner";
			expect(await next()).toEqual({
				type: "presence",
				isAll: false,
				present: [{ personId, windowId, here }],
			});
		}
		await cancel();
	});

	it("ends when the desk closes, which waits for no reader", async () => {
		const { next } = await greeted();
		const silent = connect(Number(new URL(desk.background.url).port), "127.0.0.1");
		silent.write("GET /api/feed HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
		silent.on("error", () => silent.destroy());
		await desk.close();
		isClosed = true;
		expect(await next()).toBeNull();
		silent.destroy();
	});
});
