/**
 * A desk is restored from a backup under two consoles that go on working: what it had acknowledged since
 * is there again, once, on the desk and on both screens.
 */
import { rm } from "node:fs/promises";
import { healthSchema } from "../shared/api/desk.ts";
import { expect, NETWORK_FAILURES, test } from "./desk.ts";
import { BrowserProfile } from "./fixture/browser-profile.ts";
import { DeskFile } from "./fixture/desk-file.ts";
import { runKeeping } from "./fixture/keeping-command.ts";
import { Workstation } from "./fixture/workstation.ts";

const EDITS = 24;

test.use({ deskArgs: ["--sample", "200"] });

test("a backup that is restored under running consoles loses nothing that was acknowledged", async ({
	desk,
	problems,
}) => {
	problems.allow(NETWORK_FAILURES);
	const open = { baseURL: desk.url, problems };
	const profiles = [await BrowserProfile.open(open), await BrowserProfile.open(open)] as const;
	const agents = [new Workstation("A", profiles[0]), new Workstation("B", profiles[1])] as const;
	const backups = `${desk.dataDir}-backups`;
	try {
		for (const agent of agents) await agent.open();
		const tickets = (await desk.tickets("state=open&kind=incident")).slice(0, 4);
		const note = async (index: number): Promise<void> => {
			const agent = agents[index % 2 === 0 ? 0 : 1];
			const ticketId = tickets[index % tickets.length]?.id ?? "";
			await agent.edit(index % 2, {
				ticketId,
				set: {},
				note: { kind: "workNote", text: `Note ${index} of ${agent.name}.` },
			});
		};
		const untilAcknowledged = async (): Promise<void> => {
			for (const agent of agents) await expect.poll(async () => (await agent.unsent()).length).toBe(0);
		};

		// Some before it, some while it is made, most after it.
		for (let index = 0; index < 6; index += 1) await note(index);
		const making = runKeeping("backup", "--to", backups, "--data", desk.dataDir);
		for (let index = 6; index < 10; index += 1) await note(index);
		const { backup = "" } = await making;
		for (let index = 10; index < EDITS; index += 1) await note(index);
		await untilAcknowledged();
		const saved = agents.flatMap((agent) => agent.saved.map(({ intentId }) => intentId));
		expect(saved).toHaveLength(EDITS);
		const { epoch } = await desk.get("/api/health", healthSchema);

		await desk.stop();
		const restored = await runKeeping("restore", "--from", backup, "--data", desk.dataDir);
		const lost = new DeskFile(desk.dataDir).takenIds();
		expect(saved.filter((id) => !lost.has(id)).length).toBeGreaterThanOrEqual(EDITS - 10);
		expect(new DeskFile(restored.aside ?? "").takenIds().size).toBe(EDITS);
		// Saved while there is no desk: it comes behind what is offered again.
		await note(EDITS);
		await desk.restart();
		expect((await desk.get("/api/health", healthSchema)).epoch).not.toBe(epoch);
		for (const agent of agents) await agent.reconnect();
		await expect
			.poll(() => [...new DeskFile(desk.dataDir).takenIds()].length, { timeout: 30_000 })
			.toBe(EDITS + 1);
		await untilAcknowledged();

		expect([...new Set(new DeskFile(desk.dataDir).countByIntent().values())]).toEqual([1]);
		for (const [place, { id, number }] of tickets.entries()) {
			const { ticket, history } = await desk.ticket(id);
			const texts = history.flatMap((entry) =>
				/^Note \d+ of/.test(entry.note?.text ?? "") ? entry.note?.text : [],
			);
			const own = Array.from({ length: EDITS + 1 }, (_, index) => index).filter(
				(index) => index % tickets.length === place,
			);
			const wanted = own.map((index) => `Note ${index} of ${index % 2 === 0 ? "A" : "B"}.`);
			expect([...texts].sort()).toEqual([...wanted].sort());
			for (const agent of agents)
				await expect
					.poll(() => agent.row(1, number))
					.toMatchObject({ updatedAt: ticket.updatedAt, pendingCount: 0 });
		}
	} finally {
		for (const profile of profiles) await profile.dispose();
		await rm(backups, { recursive: true, force: true });
	}
});
