import { describe, expect, it } from "vitest";
import type { Check, CheckState } from "../../../shared/api/checks.ts";
import type { Ci } from "../../../shared/api/directory.ts";
import { makeServiceTiles, type Sighting } from "./service-tiles.ts";

const NOW = 1_000_000_000;
const SHOP: Ci = {
	id: "shop",
	name: "Shop",
	class: "service",
	ownerTeamId: null,
	criticality: 1,
	dependsOnIds: ["web"],
};

function sighting(state: CheckState, ageMs: number | null, more: Partial<Check> = {}): Sighting {
	const check = {
		id: `c-${state}`,
		serviceId: "shop",
		ciId: null,
		intervalMs: 30_000,
		timeoutMs: 5_000,
		isPaused: false,
		state,
		stateSince: NOW - 500_000,
		...more,
	} as Check;
	if (ageMs === null) return { check, lastResult: null };
	const phases = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, transferMs: null };
	const at = NOW - ageMs;
	return {
		check,
		lastResult: { at, state, summary: "", statusCode: null, errorCode: null, totalMs: 1, phases },
	};
}

function tile(sightings: readonly Sighting[], isProberSilent = false) {
	const input = { cis: [SHOP], sightings, openIncidents: new Map(), isProberSilent, now: NOW };
	return makeServiceTiles(input)[0];
}

describe("a service's tile", () => {
	it("is as bad as the worst of its checks and as old as the oldest", () => {
		const made = tile([sighting("up", 20_000), sighting("degraded", 1_000), sighting("down", 5_000)]);
		expect(made).toMatchObject({
			state: "down",
			observedAt: NOW - 20_000,
			checkCount: 3,
			staleAfterMs: 95_000,
		});
	});

	it("is never green on old news: one silent check makes it unknown", () => {
		expect(tile([sighting("up", 1_000), sighting("up", 95_001)])).toMatchObject({ state: "unknown" });
		expect(tile([sighting("up", 1_000), sighting("up", 95_000)])).toMatchObject({ state: "up" });
		expect(tile([sighting("up", 1_000), sighting("up", null)])).toMatchObject({ state: "unknown" });
	});

	it("is not red on old news either, but a fresh failure beside silence stays red", () => {
		expect(tile([sighting("down", 200_000)])).toMatchObject({ state: "unknown", since: NOW - 200_000 });
		expect(tile([sighting("down", 1_000), sighting("up", 200_000)])).toMatchObject({ state: "down" });
	});

	it("is unknown when the prober is silent", () => {
		expect(tile([sighting("up", 1_000)], true)).toMatchObject({ state: "unknown" });
	});

	it("leaves paused checks out, and is unknown when nothing is left", () => {
		expect(tile([sighting("up", 1_000), sighting("unknown", null, { isPaused: true })])).toMatchObject({
			state: "up",
			checkCount: 2,
		});
		expect(tile([sighting("unknown", 1, { isPaused: true })])).toMatchObject({ state: "unknown" });
	});

	it("tells a service without checks from one that is silent", () => {
		expect(tile([])).toMatchObject({ state: "unknown", observedAt: null, checkCount: 0 });
	});

	it("counts checks of what it needs directly", () => {
		expect(tile([sighting("down", 1_000, { serviceId: null, ciId: "web" })])).toMatchObject({
			state: "down",
		});
		expect(tile([sighting("down", 1_000, { serviceId: null, ciId: "disk" })])).toMatchObject({
			checkCount: 0,
		});
	});
});
