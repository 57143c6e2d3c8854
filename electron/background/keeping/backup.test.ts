import { cpSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { addStaff, changing, makeDataDir, opening, startTestDesk, type TestDesk } from "../fixture.ts";
import { openStore } from "../store/open-store.ts";
import { SETTING } from "../store/settings.ts";
import { decideRestore, finishRestore, STAGED } from "./finish-restore.ts";
import { openWithFile, readTree } from "./keeping.fixture.ts";
import { makeBackup } from "./make-backup.ts";
import { type Manifest, writeManifest } from "./manifest.ts";
import { restoreBackup } from "./restore-backup.ts";

let folder = "";
let dataDir = "";
let desk: TestDesk | null = null;
let now = Date.parse("2026-04-20T12:00:00Z");

beforeEach(() => {
	folder = makeDataDir();
	dataDir = join(folder, "desk");
});
afterEach(async () => {
	await desk?.close();
	desk = null;
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

async function start(): Promise<TestDesk> {
	desk = await startTestDesk({ dataDir });
	return desk;
}

async function stop(): Promise<void> {
	await desk?.close();
	desk = null;
}

async function backUp(): Promise<{ readonly folder: string; readonly manifest: Manifest }> {
	now += 1_000;
	const made = await makeBackup({ dataDir, to: join(folder, "backups"), now, version: "0.1.0" });
	if (!made.ok) throw new Error(made.error.message);
	return made.value;
}

const restore = (from: string) => restoreBackup({ from, dataDir, now });

describe("a backup", () => {
	it("is whole and of one moment, though the desk is worked on meanwhile", async () => {
		const running = await start();
		await addStaff(running);
		const { id, fileId } = await openWithFile(running);
		let isDone = false;
		const working = (async () => {
			for (let count = 0; !isDone || count < 20; count += 1) await running.send(opening(), opening());
			return running.background.store.head();
		})();
		const { folder: from, manifest } = await backUp();
		isDone = true;
		expect(await working).toBeGreaterThan(manifest.seq);
		expect(readdirSync(join(folder, "backups"))).toHaveLength(1);
		expect(manifest).toMatchObject({ epoch: running.background.store.epoch, missing: [] });

		await stop();
		const other = join(folder, "other");
		expect(await restoreBackup({ from, dataDir: other, now })).toMatchObject({
			ok: true,
			value: { aside: null },
		});
		dataDir = other;
		const restored = await start();
		const { store } = restored.background;
		expect(store.epoch).not.toBe(manifest.epoch);
		const tickets = await store.reader.selectFrom("ticket").select(["id", "revision"]).execute();
		expect(tickets).toHaveLength(manifest.tickets);
		for (const ticket of tickets) {
			const entries = await store.reader
				.selectFrom("history")
				.select("revision")
				.where("ticket_id", "=", ticket.id)
				.execute();
			expect(entries).toHaveLength(ticket.revision);
		}
		expect((await restored.ask(`/api/attachments/${fileId}/content`)).body).toBe("in the file");
		expect((await restored.readTicket(id)).id).toBe(id);
	});

	it("is not made where there is no desk, and says which files the desk had lost", async () => {
		const options = { to: join(folder, "backups"), now, version: "0.1.0" };
		const none = await makeBackup({ ...options, dataDir: join(folder, "nowhere") });
		expect(none).toMatchObject({ ok: false, error: { code: "no_desk" } });
		const running = await start();
		await addStaff(running);
		await openWithFile(running);
		const path = [...readTree(join(dataDir, "attachments")).keys()].find((name) => /^..\//.test(name)) ?? "";
		rmSync(join(dataDir, "attachments", path));
		expect((await backUp()).manifest.missing).toEqual([path.slice(3)]);
	});

	it("never has its name before it was compared", async () => {
		await start();
		const { folder: made } = await backUp();
		const again = await makeBackup({ dataDir, to: join(folder, "backups"), now, version: "0.1.0" });
		expect(again).toMatchObject({ ok: false, error: { code: "exists" } });
		// As if the one before had been stopped half way.
		renameSync(made, `${made}.making`);
		rmSync(join(`${made}.making`, "manifest.json"));
		expect(await restore(`${made}.making`)).toMatchObject({ ok: false, error: { code: "no_backup" } });
		now -= 1_000;
		expect((await backUp()).folder).toBe(made);
	});
});

describe("restoring", () => {
	it("puts what was there aside, and keeps numbers, cookies and keys from going back", async () => {
		const running = await start();
		await addStaff(running);
		await running.send(opening());
		await running.background.store.write(async ({ tx }) => {
			for (const person_id of ["ada", null]) {
				await tx
					.insertInto("session")
					.values({
						...{ token_hash: `hash of ${person_id}`, id: `s-${person_id}`, person_id, device_id: null },
						...{ created_at: now, seen_at: now, expires_at: now + 1_000_000, client: null },
						...{ ended_at: null, end_reason: null },
					})
					.execute();
			}
		});
		const key = readFileSync(join(dataDir, "secrets.key"), "utf8");
		const epoch = running.background.store.epoch;
		const { folder: from } = await backUp();
		expect([...readTree(from).keys()]).toEqual(["desk.sqlite", "manifest.json"]);
		await running.send(opening(), opening());
		await stop();
		const before = readTree(dataDir).get("desk.sqlite");
		const restored = await restore(from);
		if (!restored.ok || !restored.value.aside) throw new Error("not restored");
		expect(readTree(restored.value.aside).get("desk.sqlite")).toBe(before);

		const again = await start();
		const { store } = again.background;
		expect(await store.readSetting(SETTING.cookieName)).toBe(epoch);
		expect(await store.reader.selectFrom("session").select("id").execute()).toEqual([{ id: "s-null" }]);
		expect(readFileSync(join(dataDir, "secrets.key"), "utf8")).toBe(key);
		const [opened] = await again.send(opening());
		expect(opened).toMatchObject({ status: "applied", number: "INC0000004" });
		const [line] = ((await again.ask("/api/audit")).body as { entries: readonly object[] }).entries;
		expect(line).toMatchObject({ action: "desk.restored", actorId: null });
	});

	it("refuses a running desk, and leaves it alone", async () => {
		await start();
		const { folder: from } = await backUp();
		await expect(restore(from)).rejects.toMatchObject({ code: "in_use" });
	});

	it("refuses what is damaged or newer, and changes nothing", async () => {
		const running = await start();
		await addStaff(running);
		await openWithFile(running);
		const { folder: from, manifest } = await backUp();
		await stop();
		const before = readTree(dataDir);
		const file = manifest.files.find(({ path }) => path.startsWith("attachments/"))?.path ?? "";
		const good = readTree(from);
		const spoil: readonly (readonly [code: string, act: () => void])[] = [
			["damaged", () => flipByte(join(from, "desk.sqlite"), 5_000)],
			["damaged", () => truncateSync(join(from, "desk.sqlite"), 8_192)],
			["damaged", () => flipByte(join(from, file), 3)],
			["damaged", () => rmSync(join(from, file))],
			["damaged", () => flipByte(join(from, "manifest.json"), 200)],
			["damaged", () => truncateSync(join(from, "manifest.json"), 100)],
			["damaged", () => writeManifestOf(from, { ...manifest, files: [] })],
			["no_backup", () => rmSync(join(from, "manifest.json"))],
			["newer", () => writeManifestOf(from, { ...manifest, steps: [...manifest.steps, "9999-later"] })],
			["newer", () => writeManifestOf(from, { ...manifest, format: 2 as 1 })],
			["damaged", () => climbOut(from, manifest)],
		];
		for (const [code, act] of spoil) {
			act();
			expect(await restore(from)).toMatchObject({ ok: false, error: { code } });
			for (const [path, bytes] of good) writeFileSync(join(from, path), bytes, "latin1");
		}
		expect(readTree(dataDir)).toEqual(before);
		expect(await restore(from)).toMatchObject({ ok: true });
	});

	it("may end between any two steps: the desk finishes it when it starts", async () => {
		const running = await start();
		await addStaff(running);
		await openWithFile(running);
		const { folder: from } = await backUp();
		await running.send(opening());
		await stop();
		const ready = join(folder, "ready");
		await restoreBackup({ from, dataDir: ready, now });
		const pristine = dataDir;
		for (let steps = 0; ; steps += 1) {
			dataDir = join(folder, `desk-${steps}`);
			cpSync(pristine, dataDir, { recursive: true });
			// A log that was left behind must never be found beside another database.
			writeFileSync(join(dataDir, "desk.sqlite-wal"), "");
			cpSync(ready, join(dataDir, STAGED), { recursive: true });
			await decideRestore(dataDir, "before-restore-now");
			let left = steps;
			const cut = finishRestore(dataDir, async (...paths) => {
				left -= 1;
				if (left < 0) throw new Error("the power went");
				await rename(...paths);
			});
			const isWhole = await cut.then(
				() => true,
				() => false,
			);
			const store = await openStore({ dataDir });
			const { count } = await store.reader
				.selectFrom("ticket")
				.select((select) => select.fn.countAll<number>().as("count"))
				.executeTakeFirstOrThrow();
			expect([steps, count]).toEqual([steps, 1]);
			await store.close();
			expect(readTree(join(dataDir, "before-restore-now")).get("desk.sqlite")).toBe(
				readTree(pristine).get("desk.sqlite"),
			);
			expect(readdirSync(dataDir)).not.toContain(STAGED);
			if (isWhole) return expect(steps).toBeGreaterThan(3);
		}
	});

	it("gives every edit that is offered again its place once, also one that the backup had", async () => {
		const running = await start();
		await addStaff(running);
		const had = opening();
		await running.send(had);
		const { folder: from } = await backUp();
		const lacked = opening();
		await running.send(lacked);
		const seen: Ticket = await running.readTicket(had.ticketId);
		const note = changing(seen, {}, { note: { kind: "workNote", text: "Since the backup." } });
		await running.send(note);
		await stop();
		await restore(from);
		const again = await start();
		for (let round = 0; round < 2; round += 1) {
			const results = await again.send(had, lacked, note);
			expect(results.map(({ status }) => status)).toEqual(["applied", "applied", "applied"]);
		}
		const { store } = again.background;
		expect(await store.reader.selectFrom("ticket").select("id").execute()).toHaveLength(2);
		expect(await store.reader.selectFrom("history").select("id").execute()).toHaveLength(3);
	});
});

function flipByte(path: string, place: number): void {
	const bytes = readFileSync(path);
	bytes.writeUInt8((bytes[place] ?? 0) ^ 0xff, place);
	writeFileSync(path, bytes);
}

function writeManifestOf(from: string, manifest: Manifest): void {
	writeFileSync(join(from, "manifest.json"), writeManifest(manifest));
}

/** A backup that somebody made by hand must not write beside the desk. */
function climbOut(from: string, manifest: Manifest): void {
	const files = manifest.files.map((file) => ({ ...file, path: `attachments/../../${file.path}` }));
	writeManifestOf(from, { ...manifest, files: [...manifest.files, ...files] });
}
