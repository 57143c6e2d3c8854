import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StartGate } from "./gate.ts";

describe("StartGate", () => {
	it("lets through no more than its limits and loses nobody", () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 200 }),
				fc.integer({ min: 1, max: 20 }),
				fc.integer({ min: 1, max: 5 }),
				(hosts, maxOpen, maxPerHost) => {
					const gate = new StartGate({ maxOpen, maxPerHost, startsPerSecond: 100 }, 0);
					const open: string[] = [];
					let started = 0;
					for (const host of hosts) {
						gate.request(host, () => {
							started += 1;
							open.push(host);
						});
					}
					for (let now = 0; started < hosts.length && now < 100_000; now += 50) {
						gate.drain(now);
						expect(open.length).toBeLessThanOrEqual(maxOpen);
						for (const host of ["a", "b", "c", "d"]) {
							expect(open.filter((entry) => entry === host).length).toBeLessThanOrEqual(maxPerHost);
						}
						expect(gate.open).toBe(open.length);
						const ended = open.shift();
						if (ended) gate.release(ended);
					}
					expect(started).toBe(hosts.length);
					expect(gate.waiting).toBe(0);
				},
			),
		);
	});

	it("starts no more in a second than the rate says", () => {
		const gate = new StartGate({ maxOpen: 10_000, maxPerHost: 10_000, startsPerSecond: 200 }, 0);
		let started = 0;
		for (let index = 0; index < 1_000; index += 1) {
			gate.request("a", () => {
				started += 1;
			});
		}
		for (let now = 0; now <= 1_000; now += 5) gate.drain(now);
		expect(started).toBeGreaterThanOrEqual(200);
		expect(started).toBeLessThanOrEqual(210);
		expect(gate.wakeAt(1_000)).not.toBeNull();
	});

	it("keeps a host that hangs from holding up the others", () => {
		const gate = new StartGate({ maxOpen: 100, maxPerHost: 2, startsPerSecond: 1_000 }, 0);
		const started: string[] = [];
		for (const host of ["hangs", "hangs", "hangs", "hangs", "fine"])
			gate.request(host, () => started.push(host));
		gate.drain(0);
		expect(started).toEqual(["hangs", "hangs", "fine"]);
	});
});
