import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeDataDir } from "../fixture.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { type Attempt, FailedSignIns } from "./failed-sign-ins.ts";

const MINUTE = 60_000;
const ADMIN: Attempt = { name: "admin", address: "192.0.2.1", knownBrowser: null };

let dataDir: string;
let store: Store;
let clock: number;
let failed: FailedSignIns;

beforeEach(async () => {
	dataDir = makeDataDir();
	store = await openStore({ dataDir });
	clock = 1_800_000_000_000;
	failed = new FailedSignIns(store, () => clock);
});
afterEach(async () => {
	await store.close();
	rmSync(dataDir, { recursive: true, force: true });
});

/** How long one has to wait for the next try; 0 where it was let through, and failed. */
const waitOf = async (attempt: Attempt): Promise<number> => {
	const admission = await failed.admit(attempt);
	return admission.kind === "wait" ? admission.waitMs : 0;
};
const fail = async (attempt: Attempt, times: number): Promise<void> => {
	for (let time = 0; time < times; time += 1) await waitOf(attempt);
};

describe("failed sign-ins of a name", () => {
	it("cost nothing five times, then twice as long each time, up to five minutes", async () => {
		await fail(ADMIN, 5);
		const waits: number[] = [];
		for (let round = 0; round < 12; round += 1) {
			const waitMs = await waitOf(ADMIN);
			waits.push(waitMs / 1_000);
			clock += waitMs;
			expect(await waitOf(ADMIN)).toBe(0);
		}
		expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
	});

	it("add nothing while one has to wait, whatever the address", async () => {
		await fail(ADMIN, 5);
		await fail(ADMIN, 50);
		expect(await waitOf({ ...ADMIN, address: "198.51.100.7" })).toBe(1_000);
		clock += 1_000;
		expect(await waitOf(ADMIN)).toBe(0);
	});

	it("are forgiven one by one, and all at once by the right password", async () => {
		await fail(ADMIN, 5);
		clock += 10 * MINUTE;
		expect(await waitOf(ADMIN)).toBe(0);
		expect(await waitOf(ADMIN)).toBe(1_000);
		clock += 1_000;
		await fail(ADMIN, 1);
		await failed.clear(ADMIN);
		await fail(ADMIN, 4);
		expect(await waitOf(ADMIN)).toBe(0);
	});

	it("are counted apart for a browser that the person has used before", async () => {
		await fail(ADMIN, 6);
		const known = { ...ADMIN, knownBrowser: "a mark" };
		await fail(known, 4);
		expect(await waitOf(known)).toBe(0);
		expect(await waitOf(known)).toBe(1_000);
	});

	it("wait no longer where the clock was put back, and are kept over a restart", async () => {
		await fail(ADMIN, 6);
		clock -= 24 * 60 * MINUTE;
		await store.close();
		store = await openStore({ dataDir });
		failed = new FailedSignIns(store, () => clock);
		expect(await waitOf(ADMIN)).toBe(1_000);
	});
});

it("failed sign-ins from one address slow it down for every name, but an office is let mistype", async () => {
	for (let person = 0; person < 20; person += 1) {
		expect(await waitOf({ ...ADMIN, name: `person ${person}` })).toBe(0);
	}
	expect(await waitOf({ ...ADMIN, name: "one more" })).toBe(1_000);
	expect(await waitOf({ ...ADMIN, name: "one more", address: "198.51.100.7" })).toBe(0);
	// Each two minutes one is forgiven, so that mistyping all day delays nobody.
	clock += 2 * MINUTE;
	expect(await waitOf({ ...ADMIN, name: "yet another" })).toBe(0);
});

it("tries at the same time are counted before they are looked at", async () => {
	const waits = await Promise.all(Array.from({ length: 30 }, () => waitOf(ADMIN)));
	expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(5);
});

it("what was typed as a name is not kept", async () => {
	await fail({ ...ADMIN, name: "hunter2hunter2" }, 3);
	const rows = await store.reader.selectFrom("failed_sign_in").selectAll().execute();
	expect(rows).toHaveLength(2);
	expect(JSON.stringify(rows)).not.toContain("hunter2");
});
