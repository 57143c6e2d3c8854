import type { Ticket } from "../../shared/ticket/ticket.ts";
import { ConsoleBrowser } from "../console-browser.ts";
import { CONTESTANTS, type ContestantName } from "../contest/build-contest.ts";
import { ContestServer } from "../contest/contest-server.ts";
import type {} from "../contest/page.ts";
import { type Figure, median, range } from "../figures.ts";
import { measureReloads } from "./measure-console.ts";

const WRITES = 3;
/** What is written goes on being compacted for a while. */
const SETTLE_MS = 8_000;
const WORDS = ["printer", "password reset", "access", "vpn", "laptop new", "server down"];
const ANSWER_WITHIN_MS = 600_000;

interface Standing {
	readonly name: ContestantName;
	readonly writeMs: readonly number[];
	readonly reloadMs: readonly number[];
	readonly searchMs: readonly number[];
	readonly memoryMb: number;
}

/**
 * The same tickets in the same browser and the same bare page, kept by us and by each peer. Rounds go
 * around, so that a busy minute of the machine hits all alike.
 */
export async function measureBesidePeers(
	tickets: readonly (readonly Ticket[])[],
	consoleReloadMs: number,
): Promise<readonly Figure[]> {
	const server = await ContestServer.start(tickets);
	const writes = new Map<ContestantName, number[]>(CONTESTANTS.map((name) => [name, []]));
	const standings: Standing[] = [];
	try {
		for (let round = 1; round <= WRITES; round += 1) {
			for (const name of CONTESTANTS) {
				console.error(`sync: ${name} writes, round ${round} of ${WRITES}`);
				const writeMs = writes.get(name) ?? [];
				const read = await measureOne(server, name, writeMs, round === WRITES);
				if (read) standings.push({ name, writeMs, ...read });
			}
		}
	} finally {
		await server.stop();
	}
	return figuresOf(standings, consoleReloadMs);
}

/** Writes into a fresh profile; in the last round what was written is read as well. */
async function measureOne(server: ContestServer, name: ContestantName, writeMs: number[], isLast: boolean) {
	const browser = await ConsoleBrowser.open(server.url);
	try {
		const page = await browser.start();
		page.setDefaultTimeout(ANSWER_WITHIN_MS);
		page.on("pageerror", (error) => console.error(`${name}: ${error}`));
		await page.goto(`/?store=${name}`);
		writeMs.push(await page.evaluate((pages) => window.contest.write(pages), server.pages));
		if (!isLast) return null;
		await page.waitForTimeout(SETTLE_MS);
		const again = await browser.start();
		await again.goto(`/?store=${name}`);
		const reloadMs = await measureReloads(again);
		const searchMs: number[] = [];
		for (const words of WORDS)
			searchMs.push((await again.evaluate((text) => window.contest.search(text), words)).tookMs);
		return { reloadMs, searchMs, memoryMb: browser.pageMemoryMb() };
	} finally {
		await browser.dispose();
	}
}

function figuresOf(standings: readonly Standing[], consoleReloadMs: number): readonly Figure[] {
	const all = standings.flatMap(({ name, writeMs, reloadMs, searchMs, memoryMb }): readonly Figure[] => [
		{ name: `${name}: write`, value: median(writeMs) / 1_000, unit: "s", target: null, note: range(writeMs) },
		{
			name: `${name}: reload to the first rows`,
			value: median(reloadMs),
			unit: "ms",
			target: null,
			note: range(reloadMs),
		},
		{
			name: `${name}: words among all`,
			value: median(searchMs),
			unit: "ms",
			target: null,
			note: `${range(searchMs)}; the first ${(searchMs[0] ?? Number.NaN).toFixed(0)} ms`,
		},
		{ name: `${name}: page with its worker`, value: memoryMb, unit: "MB", target: null, note: "after that" },
	]);
	const best = (read: (standing: Standing) => number) => {
		const peers = standings.filter(({ name }) => name !== "deskwatch" && name !== "floor").map(read);
		return Math.min(...peers);
	};
	const ours = standings.find(({ name }) => name === "deskwatch");
	const floor = standings.find(({ name }) => name === "floor");
	const ratio = (name: string, read: (standing: Standing) => number, own: number, target: number): Figure => {
		const value = best(read) / own;
		return { name: `times the best peer: ${name}`, value, unit: "", target, isMoreBetter: true };
	};
	if (!ours) return all;
	const writeMs = (standing: Standing) => median(standing.writeMs);
	const reloadMs = (standing: Standing) => median(standing.reloadMs);
	const wordsMs = (standing: Standing) => median(standing.reloadMs) + (standing.searchMs[0] ?? Number.NaN);
	const limits: readonly Figure[] = floor
		? [
				{
					name: "times the best peer: reload, where nothing is kept and nothing is asked",
					value: best(reloadMs) / reloadMs(floor),
					unit: "",
					target: null,
					note: "nobody can reach more",
				},
			]
		: [];
	return [
		...all.filter(({ name }) => !/^floor: (write|words)/.test(name)),
		...limits,
		ratio("write", writeMs, writeMs(ours), 10),
		ratio("reload to the first rows, both in the bare page", reloadMs, reloadMs(ours), 5),
		ratio("reload to the first rows, ours the whole console", reloadMs, consoleReloadMs, 5),
		ratio("reload to usable: rows, counts and the first words found", wordsMs, wordsMs(ours), 5),
	];
}
