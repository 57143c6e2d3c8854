/**
 * The workstation's disk fills while the desk is away: what is called saved stays saved, what can't be
 * saved is said, and all goes on when there is room again. Needs root for a small file system in memory.
 */
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, NETWORK_FAILURES, test } from "./desk.ts";
import { BrowserProfile } from "./fixture/browser-profile.ts";
import { DeskFile } from "./fixture/desk-file.ts";
import { Workstation } from "./fixture/workstation.ts";

const SIZE_MB = 192;
const EDITS_BEFORE = 20;
const EDITS_WHILE_FULL = 20;
const EDITS_AFTER = 10;
const NO_SPACE = /quota|space|disk|data worker/i;

test.use({ deskArgs: ["--sample", "200"] });
test.setTimeout(180_000);

test("a full disk loses nothing that was called saved", async ({ desk, problems }) => {
	const disk = SmallDisk.mount();
	if (!disk) console.log("SKIPPED: a small file system can only be mounted by root on Linux");
	test.skip(disk === null, "a small file system can only be mounted by root on Linux");
	if (!disk) return;
	problems.allow([...NETWORK_FAILURES, NO_SPACE]);
	const profile = await BrowserProfile.open({ baseURL: desk.url, problems, parentDir: disk.path });
	const agent = new Workstation("A", profile);
	try {
		await agent.open();
		await agent.waitForKeptFiles();
		const tickets = await desk.tickets("state=open&kind=incident");
		const note = (index: number, when: string): Promise<void> =>
			agent.edit(index % 2, {
				ticketId: tickets[index % tickets.length]?.id ?? "",
				set: {},
				// Long ones, so that even what the file system keeps back is used up.
				note: { kind: "workNote", text: `Note ${index} ${when}. ${"Long. ".repeat(1_000)}` },
			});
		await desk.kill();
		for (let index = 0; index < EDITS_BEFORE; index += 1) await note(index, "before");
		expect(agent.saved).toHaveLength(EDITS_BEFORE);

		disk.fill();
		for (let index = 0; index < EDITS_WHILE_FULL; index += 1) {
			await note(index, "while the disk is full").catch(() => undefined);
		}
		const whileFull = agent.saved.length;
		expect(whileFull, "the disk was full").toBeLessThan(EDITS_BEFORE + EDITS_WHILE_FULL);
		disk.free();
		await agent.killBrowser();
		const onDisk = await agent.idsOnDisk();
		expect(agent.saved.filter(({ intentId }) => !onDisk.has(intentId))).toEqual([]);
		for (let index = 0; index < EDITS_AFTER; index += 1) await note(index, "after");
		expect(agent.saved).toHaveLength(whileFull + EDITS_AFTER);

		await desk.restart();
		await agent.reconnect();
		await expect.poll(async () => (await agent.unsent()).length, { timeout: 60_000 }).toBe(0);
		const file = new DeskFile(desk.dataDir);
		const taken = file.takenIds();
		expect(agent.saved.filter(({ intentId }) => !taken.has(intentId))).toEqual([]);
		expect([...file.countByIntent().values()].filter((count) => count !== 1)).toEqual([]);
	} finally {
		await profile.dispose();
		disk.unmount();
	}
});

class SmallDisk {
	readonly path: string;

	private constructor(path: string) {
		this.path = path;
	}

	/** `null` where this user or system can't. */
	static mount(): SmallDisk | null {
		const path = mkdtempSync(join(tmpdir(), "deskwatch-small-disk-"));
		const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE_MB}m`, "tmpfs", path]);
		if (status === 0) return new SmallDisk(path);
		rmSync(path, { recursive: true });
		return null;
	}

	/** Until not one more kilobyte fits. */
	fill(): void {
		for (let sizeBytes = 1 << 20; sizeBytes >= 1 << 10; sizeBytes >>= 1) this.#fillBy(sizeBytes);
	}

	#fillBy(sizeBytes: number): void {
		try {
			for (;;) appendFileSync(join(this.path, "ballast"), Buffer.alloc(sizeBytes));
		} catch {
			// Full: that is what was asked for.
		}
	}

	free(): void {
		rmSync(join(this.path, "ballast"));
	}

	unmount(): void {
		spawnSync("umount", ["-l", this.path]);
		rmSync(this.path, { recursive: true, force: true });
	}
}
