import { describe, expect, it } from "vitest";
import { readyPort } from "./ready-message.ts";

describe("readyPort", () => {
	it("reads the port of the address", () => {
		expect(readyPort({ type: "ready", listening: "http://127.0.0.1:40123" })).toBe(40_123);
	});

	it.each([
		{ type: "ready", listening: "http://192.0.2.7:40123" },
		{ type: "ready", listening: "https://127.0.0.1:40123" },
		{ type: "ready", listening: "http://127.0.0.1" },
		{ type: "ready" },
		"ready",
		null,
	])("believes no other message: %j", (message) => {
		expect(readyPort(message)).toBeNull();
	});
});
