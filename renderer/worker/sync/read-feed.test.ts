import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { FeedEvent } from "../../../shared/api/changes.ts";
import { systemClock } from "../clock.ts";
import { makeHttp } from "../http.ts";
import { readFeed } from "./read-feed.ts";

const closers: (() => void)[] = [];
afterEach(() => {
	for (const close of closers.splice(0)) close();
});

async function serve(
	status: number,
	headers: Readonly<Record<string, string>>,
	chunks: readonly string[],
	isEnded: boolean,
) {
	const server = createServer((_request, response) => {
		response.writeHead(status, headers);
		for (const chunk of chunks) response.write(chunk);
		if (isEnded) response.end();
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	closers.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return makeHttp({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

const HEAD = 'event: head\ndata: {"type":"head","seq":3}\n\n';

describe("the feed over real HTTP", () => {
	it("reads events as they come, passes over what it does not know, and says that it ended", async () => {
		const http = await serve(
			200,
			{ "content-type": "text/event-stream" },
			['data: {"type":"later"}\n\n', HEAD],
			true,
		);
		const stream = await http.stream("/api/feed", new AbortController().signal);
		if (!stream.ok) throw new Error("no stream");
		const events: FeedEvent[] = [];
		expect(await readFeed(stream.value, (event) => events.push(event), systemClock)).toBe("ended");
		expect(events).toEqual([{ type: "head", seq: 3 }]);
	});

	it("takes silence for a dead feed", async () => {
		const http = await serve(200, { "content-type": "text/event-stream" }, [HEAD], false);
		const stream = await http.stream("/api/feed", new AbortController().signal);
		if (!stream.ok) throw new Error("no stream");
		expect(await readFeed(stream.value, () => undefined, systemClock, 50)).toBe("silent");
	});
});

describe("answers of the desk", () => {
	const error = JSON.stringify({ error: { code: "cursor_ahead", message: "no" } });
	const json = { "content-type": "application/json" };

	it.each([
		[401, json, "{}", { kind: "signed-out" }],
		[409, json, error, { kind: "refused", status: 409, code: "cursor_ahead" }],
		[429, { ...json, "retry-after": "7" }, "{}", { kind: "busy", retryAfterMs: 7_000 }],
		[503, json, error, { kind: "busy", retryAfterMs: null }],
		[404, { "content-type": "text/html" }, "<h1>Hotel Wi-Fi</h1>", { kind: "unreachable" }],
		[200, json, '{"cut', { kind: "unreachable" }],
	])("with status %i mean what is to be done", async (status, headers, body, failure) => {
		const http = await serve(status, headers, [body], true);
		expect(await http.get("/api/session")).toMatchObject({ ok: false, error: failure });
	});

	it("that never come mean that there is no desk", async () => {
		const http = makeHttp({ origin: "http://127.0.0.1:9" });
		expect(await http.get("/api/session")).toMatchObject({ ok: false, error: { kind: "unreachable" } });
	});
});
