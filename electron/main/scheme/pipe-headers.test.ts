import { describe, expect, it } from "vitest";
import { toDeskHeaders, toPageHeaders } from "./pipe-headers.ts";

describe("toDeskHeaders", () => {
	it("passes on what the page says about its request", () => {
		const headers = new Headers({ accept: "text/event-stream", "content-type": "application/json" });
		expect(toDeskHeaders(headers, "t")).toEqual({
			accept: "text/event-stream",
			"content-type": "application/json",
			authorization: "Bearer t",
		});
	});

	it("lets the page neither choose a credential nor name another host", () => {
		const headers = new Headers({ authorization: "Bearer mine", cookie: "a=b", host: "evil.example" });
		expect(toDeskHeaders(headers, "launch")).toEqual({ authorization: "Bearer launch" });
	});

	it("drops what belongs to one connection, also what Connection names", () => {
		const headers = new Headers({
			connection: "close, X-Once",
			"x-once": "1",
			"transfer-encoding": "chunked",
			te: "trailers",
			"content-length": "12",
			"accept-encoding": "br",
		});
		expect(toDeskHeaders(headers, "t")).toEqual({ authorization: "Bearer t" });
	});
});

describe("toPageHeaders", () => {
	it("keeps several values of one header and drops cookies and connection headers", () => {
		const kept = toPageHeaders({
			"content-type": "application/json",
			"set-cookie": ["s=1"],
			connection: "keep-alive, x-inner",
			"keep-alive": "timeout=72",
			"x-inner": "1",
			vary: "origin",
			warning: "a, b",
		});
		expect([...kept]).toEqual([
			["content-type", "application/json"],
			["vary", "origin"],
			["warning", "a, b"],
		]);
	});
});
