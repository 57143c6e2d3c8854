import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fromCheckRow, toCheckRow } from "../../store/monitoring-rows.ts";
import { openStore } from "../../store/open-store.ts";
import type { Store } from "../../store/store.ts";
import { isOut, untilNextTurn } from "./outage-plan.ts";
import { makeSampleChecks, SAMPLE_ADDRESS, SAMPLE_DOMAIN } from "./sample-checks.ts";
import { SampleEndpoints } from "./sample-endpoints.ts";

let folder = "";
let store: Store;
let endpoints: SampleEndpoints;

const make = () => new SampleEndpoints({ store, log: () => undefined });

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "deskwatch-endpoints-"));
	store = await openStore({ dataDir: folder });
	endpoints = make();
});

afterEach(async () => {
	await endpoints.dispose();
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

async function connects(port: number): Promise<boolean> {
	const socket = connect(port, "127.0.0.1");
	try {
		await once(socket, "connect");
		return true;
	} catch {
		return false; // refused: nobody listens there
	} finally {
		socket.destroy();
	}
}

describe("the sample's endpoints", () => {
	it("answer over HTTP, TCP and DNS", async () => {
		const ports = await endpoints.start();
		const page = await fetch(`http://127.0.0.1:${ports.http}/intranet`);
		expect([page.status, await page.text()]).toEqual([200, "Brightwater intranet: all well\n"]);
		expect(await connects(ports.doors)).toBe(true);
		const resolver = new Resolver();
		resolver.setServers([`127.0.0.1:${ports.dns}`]);
		expect(await resolver.resolve4(SAMPLE_DOMAIN)).toEqual([SAMPLE_ADDRESS]);
		await expect(resolver.resolve4("unknown.example")).rejects.toMatchObject({ code: "ENOTFOUND" });
	});

	it("listen on the same ports after a restart", async () => {
		const before = await endpoints.start();
		await endpoints.dispose();
		endpoints = make();
		expect(await endpoints.start()).toEqual(before);
	});

	it("move, and take their checks along, where a port was lost meanwhile; a changed check stays", async () => {
		const before = await endpoints.start();
		await endpoints.dispose();
		const thief = createServer().listen(before.http, "127.0.0.1");
		await once(thief, "listening");
		const [shop, intranet, ...rest] = makeSampleChecks(before);
		if (!shop || !intranet) throw new Error("the sample has checks");
		const own = { ...intranet, target: { type: "tcp", host: "example.org", port: 80 } } as const;
		await store.write(async ({ tx }) => {
			await tx
				.insertInto("check_definition")
				.values([shop, own, ...rest].map(toCheckRow))
				.execute();
		});

		endpoints = make();
		const after = await endpoints.start();
		thief.close();
		expect(after.http).not.toBe(before.http);
		const rows = await store.reader.selectFrom("check_definition").selectAll().execute();
		const checks = new Map(rows.map(fromCheckRow).map((check) => [check.id, check]));
		expect(checks.get(shop.id)).toMatchObject({
			revision: 2,
			target: { url: `http://127.0.0.1:${after.http}/shop` },
		});
		expect(checks.get(own.id)).toEqual(own);
	});
});

describe("an outage plan", () => {
	it("fails for its share of the time, by the clock alone", () => {
		const plan = { everyMs: 420_000, lastsMs: 40_000, offsetMs: 5_000 };
		const seconds = Array.from({ length: 420 }, (_, second) => second * 1_000);
		expect(seconds.filter((now) => isOut(plan, now))).toHaveLength(40);
		for (const now of seconds) {
			const turn = now + untilNextTurn(plan, now);
			expect(isOut(plan, turn)).toBe(!isOut(plan, now));
			expect(isOut(plan, turn - 1)).toBe(isOut(plan, now));
		}
		expect(isOut(null, 0)).toBe(false);
	});
});
