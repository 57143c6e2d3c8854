/**
 * Two agents on the same tickets through a partition, with browsers, data workers and desk killed at
 * random moments: what was called saved is on the desk once, in order, or was given up by a person.
 * `DESKWATCH_SEED=n` chooses the moments.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Ticket } from "../shared/ticket/ticket.ts";
import { type DeskProcess, expect, NETWORK_FAILURES, test } from "./desk.ts";
import { BrowserProfile } from "./fixture/browser-profile.ts";
import { DeskFile } from "./fixture/desk-file.ts";
import { Seeded } from "./fixture/seeded.ts";
import { Workstation } from "./fixture/workstation.ts";

const EDITS = 200;
const TICKETS = 30;
const SEED = Number(process.env.DESKWATCH_SEED ?? 1);
/** Where Chromium keeps IndexedDB; the second is on its way to become the usual one. */
const BACK_ENDS = [
	{ name: "LevelDB", args: [] },
	{ name: "SQLite", args: ["--enable-features=IdbSqliteBackingStore"] },
] as const;

test.use({ deskArgs: ["--sample", "300"] });
test.setTimeout(300_000);

for (const { name, args } of BACK_ENDS) {
	test(`${EDITS} edits of two agents survive kills at random moments, IndexedDB on ${name}`, async ({
		desk,
		problems,
	}) => {
		problems.allow([...NETWORK_FAILURES, /data worker/]);
		const chance = new Seeded(SEED);
		const open = { baseURL: desk.url, problems, args };
		const profiles = [await BrowserProfile.open(open), await BrowserProfile.open(open)] as const;
		const agents = [new Workstation("A", profiles[0]), new Workstation("B", profiles[1])] as const;
		try {
			for (const agent of agents) {
				await agent.open();
				await agent.waitForKeptFiles();
			}
			const tickets = (await desk.tickets("state=open&kind=incident")).slice(0, TICKETS);
			await desk.kill();
			await editWhileKilling(agents, tickets, chance);
			await returnWhileKilling(desk, agents, chance);
			const givenUp = await untilQuiet(agents);
			await expectOnce(desk, agents, givenUp);
			await expectSame(desk, agents, tickets);
		} finally {
			for (const profile of profiles) await profile.dispose();
		}
	});
}

/** Notes only add; impacts are changed on both sides, so that some of them meet. */
async function editWhileKilling(
	agents: readonly [Workstation, Workstation],
	tickets: readonly Ticket[],
	chance: Seeded,
): Promise<void> {
	const killAt = new Map([
		[chance.below(EDITS), () => agents[0].killBrowser()],
		[chance.below(EDITS), () => agents[1].killWorkers(chance.below(2))],
		[chance.below(EDITS), () => agents[1].killBrowser()],
	]);
	for (let index = 0; index < EDITS; index += 1) {
		const agent = chance.pick(agents);
		const ticketId = chance.pick(tickets).id;
		const text = `Note ${index} of ${agent.name}.`;
		const isNote = chance.next() < 0.7;
		const edit = isNote
			? { ticketId, set: {}, note: { kind: "workNote" as const, text } }
			: { ticketId, set: { impact: chance.pick([1, 2, 3] as const) } };
		await agent.edit(chance.below(2), edit);
		await killAt.get(index)?.();
	}
	for (const agent of agents) {
		const onDisk = await agent.idsOnDisk();
		const missing = agent.saved.filter(({ intentId }) => !onDisk.has(intentId));
		expect(missing, `lost on the workstation of ${agent.name}, seed ${SEED}`).toEqual([]);
	}
}

async function returnWhileKilling(
	desk: DeskProcess,
	agents: readonly Workstation[],
	chance: Seeded,
): Promise<void> {
	for (let round = 0; round < 4; round += 1) {
		await desk.restart();
		for (const agent of agents) await agent.reconnect();
		await pause(chance.below(250));
		await desk.kill();
		if (round === 1) await chance.pick(agents).killBrowser();
	}
	await desk.restart();
	for (const agent of agents) await agent.reconnect();
}

/** Sends everything; where both sides changed the same, the later one gives way. Answers what was given up. */
async function untilQuiet(agents: readonly Workstation[]): Promise<ReadonlySet<string>> {
	const givenUp = new Set<string>();
	for (const agent of agents) {
		await expect
			.poll(
				async () => {
					const unsent = await agent.unsent();
					for (const { id, phase } of unsent) {
						if (phase !== "needs-you") continue;
						givenUp.add(id);
						await agent.takeTheirs(id);
					}
					return unsent.length;
				},
				{ timeout: 90_000, message: `the outbox of ${agent.name} empties, seed ${SEED}` },
			)
			.toBe(0);
	}
	return givenUp;
}

/** Every saved edit once on the desk, those of one agent on one ticket in their order. */
async function expectOnce(
	desk: DeskProcess,
	agents: readonly Workstation[],
	givenUp: ReadonlySet<string>,
): Promise<void> {
	const file = new DeskFile(desk.dataDir);
	const counts = file.countByIntent();
	const taken = file.takenIds();
	expect(
		[...counts].filter(([, count]) => count !== 1),
		"applied more than once",
	).toEqual([]);
	for (const { name, saved } of agents) {
		const kept = saved.filter(({ intentId }) => !givenUp.has(intentId));
		expect(
			kept.filter(({ intentId }) => !taken.has(intentId)),
			`saved by ${name}, not on the desk, seed ${SEED}`,
		).toEqual([]);
		for (const [ticketId, edits] of Map.groupBy(kept, ({ edit }) => edit.ticketId)) {
			// The same impact from both sides is taken and changes nothing: it has no entry.
			const wanted = edits.map(({ intentId }) => intentId).filter((id) => counts.has(id));
			const { history } = await desk.ticket(ticketId);
			const ids = history.flatMap(({ intentId }) => intentId ?? []);
			expect(ids.filter((id) => wanted.includes(id))).toEqual(wanted);
		}
	}
}

/** Every window of every console shows what the desk has. */
async function expectSame(
	desk: DeskProcess,
	agents: readonly Workstation[],
	tickets: readonly Ticket[],
): Promise<void> {
	for (const { number } of tickets) {
		const { ticket } = await desk.ticket(number);
		const truth = {
			impact: ticket.impact,
			state: ticket.state,
			updatedAt: ticket.updatedAt,
			pendingCount: 0,
		};
		for (const agent of agents) {
			for (const window of [0, 1]) {
				await expect.poll(() => agent.row(window, number)).toMatchObject(truth);
			}
		}
	}
}
