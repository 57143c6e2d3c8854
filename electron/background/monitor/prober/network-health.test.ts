import { describe, expect, it } from "vitest";
import { NetworkHealth } from "./network-health.ts";

const failure = (errorCode: string) => ({ summary: "", errorCode });

describe("NetworkHealth", () => {
	it("blames itself for everything but loopback while no interface has an address", () => {
		const health = new NetworkHealth(() => false);
		expect(health.isOurs("shop.example", failure("TIMEOUT"), 0)).toBe(true);
		expect(health.isOurs("127.0.0.1", failure("ECONNREFUSED"), 0)).toBe(false);
		expect(health.isOurs("localhost", failure("ECONNREFUSED"), 0)).toBe(false);
	});

	it("believes in a missing route at once, unless something remote answered lately", () => {
		const health = new NetworkHealth(() => true);
		expect(health.isOurs("a.example", failure("ENETUNREACH"), 0)).toBe(true);
		health.noteReached("b.example", 1_000);
		expect(health.isOurs("a.example", failure("ENETUNREACH"), 2_000)).toBe(false);
		expect(health.isOurs("a.example", failure("ENETUNREACH"), 40_000)).toBe(true);
	});

	it("needs three hosts together for errors that one dead host makes too", () => {
		const health = new NetworkHealth(() => true);
		const at = [0, 1_000, 2_000];
		const hosts = ["a.example", "b.example", "c.example"];
		expect(hosts.map((host, index) => health.isOurs(host, failure("EHOSTUNREACH"), at[index] ?? 0))).toEqual([
			false,
			false,
			true,
		]);
	});

	it("never takes a refusal, a wrong status or a timeout for its own fault", () => {
		const health = new NetworkHealth(() => true);
		for (const code of ["ECONNREFUSED", "TIMEOUT", "ECONNRESET"]) {
			for (const host of ["a.example", "b.example", "c.example", "d.example"]) {
				expect(health.isOurs(host, failure(code), 0)).toBe(false);
			}
		}
	});
});
