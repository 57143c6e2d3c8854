/**
 * The promise of the product: with the desk away everything goes on working, and nothing typed is lost or
 * doubled when it comes back, however badly it comes back.
 */
import type { HistoryEntry } from "../shared/api/tickets.ts";
import type { Ticket } from "../shared/ticket/ticket.ts";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import type { BrowserProfile } from "./fixture/browser-profile.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";
import { DeskFile } from "./fixture/desk-file.ts";
import { type LedgerEntry, readOutbox } from "./fixture/outbox-ledger.ts";

test.use({ deskArgs: ["--sample", "2000"] });
test.setTimeout(240_000);

const EDITS = 50;
const NEW_INCIDENTS = 10;

/** What a person typed, in the order of typing, by ticket number or by title. */
interface Typed {
	readonly notes: Map<string, string[]>;
	readonly impacts: Map<string, "1 High" | "2 Medium">;
	readonly titles: string[];
}

test("50 edits and 10 new incidents made offline in two windows arrive once, through two kills of the desk", async ({
	desk,
	profile,
	problems,
}) => {
	problems.allow(NETWORK_FAILURES);
	const tickets = await pickTickets(desk);
	const typed: Typed = { notes: new Map(), impacts: new Map(), titles: [] };
	let [one, other] = await openTwoWindows(profile);

	await desk.stop();
	for (const window of [one, other]) await expect(window.syncWords).toHaveText(/^Offline since \d/);

	await test.step("the first window edits ten tickets, reloaded half way", async () => {
		await one.toFront();
		for (const [index, ticket] of tickets.slice(0, 10).entries()) {
			if (index === 5) await one.reload();
			await note(one, ticket, `Called back from desk A, part ${index}`, typed);
			await changeImpact(one, ticket, typed);
			await note(one, ticket, `Checked the cable at desk A, part ${index}`, typed);
		}
	});
	await expectAccessible(one.page);
	await test.step("the second window edits ten, two of them the same", async () => {
		for (const [index, ticket] of tickets.slice(8, 18).entries()) {
			await note(other, ticket, `Asked the floor from desk B, part ${index}`, typed);
			await note(other, ticket, `Logged the serial from desk B, part ${index}`, typed);
		}
	});
	await test.step("both open new incidents", async () => {
		for (let index = 0; index < NEW_INCIDENTS; index += 1) {
			const title = `Scanner ${index} shows a red light`;
			const window = index % 2 === 0 ? one : other;
			expect(await window.createIncident(title, "Silva")).toMatch(/^NEW-\d+$/);
			typed.titles.push(title);
		}
	});
	await expect(one.syncWords).toHaveText(/^Offline since \S+, 60 edits waiting$/);

	await test.step("the browser is closed and opened again, still offline", async () => {
		one = new ConsoleWindow(await profile.restart());
		await one.visit("/queues/all");
		other = new ConsoleWindow(await profile.context.newPage());
		await other.visit("/queues/all");
		for (const window of [one, other]) {
			await expect(window.syncWords).toHaveText(/^Offline since \S+, 60 edits waiting$/);
		}
		await expectOnScreen(one, typed);
	});
	const ledger = await readOutbox(one.page);
	expect(ledger.filter(({ phase }) => phase === "pending")).toHaveLength(EDITS + NEW_INCIDENTS);

	for (const window of [one, other]) await window.recordSyncWords();
	await test.step("the desk comes back and is killed in the middle of taking them, then before it has said so", async () => {
		const file = new DeskFile(desk.dataDir);
		await killInside(desk, one, file);
		expect(countOnce(file, ledger)).toBe(0);
		await killAfterCommit(desk, one, file);
		expect(countOnce(file, ledger)).toBeGreaterThan(0);
		await desk.restart();
		await tryNow(one);
	});

	for (const window of [one, other]) await expect(window.syncWords).toHaveText("Live", { timeout: 60_000 });
	for (const window of [one, other]) expectStory(await window.recordedSyncWords());
	expect((await readOutbox(one.page)).filter(({ phase }) => !/^(applied|settled)$/.test(phase))).toEqual([]);
	await expectOnDesk(desk, ledger, typed);
	await expectOnScreen(other, typed);
});

/** Open incidents of different tickets' worth, each with an impact that can be raised. */
async function pickTickets(desk: DeskProcess): Promise<readonly Ticket[]> {
	const open = await desk.tickets("kind=incident&state=open");
	const picked = open.filter(({ impact }) => impact === 3).slice(0, 18);
	expect(picked.length).toBe(18);
	return picked;
}

async function openTwoWindows(profile: BrowserProfile): Promise<[ConsoleWindow, ConsoleWindow]> {
	const windows: [ConsoleWindow, ConsoleWindow] = [
		new ConsoleWindow(await profile.page()),
		new ConsoleWindow(await profile.context.newPage()),
	];
	for (const window of windows) {
		await window.visit("/queues/all");
		await expect(window.syncWords).toHaveText("Live");
		await window.waitForKeptFiles();
	}
	return windows;
}

async function note(window: ConsoleWindow, { number }: Ticket, text: string, typed: Typed): Promise<void> {
	await window.openTicket(number);
	await window.writeWorkNote(text);
	typed.notes.set(number, [...(typed.notes.get(number) ?? []), text]);
}

async function changeImpact(window: ConsoleWindow, { number }: Ticket, typed: Typed): Promise<void> {
	const choice = typed.impacts.size % 2 === 0 ? "2 Medium" : "1 High";
	await window.chooseFact("Impact", choice);
	typed.impacts.set(number, choice);
}

async function tryNow({ page }: ConsoleWindow): Promise<void> {
	await page.getByRole("contentinfo").getByRole("link").first().click();
	const button = page.getByRole("button", { name: "Try the desk now" });
	await button.click();
}

/** The desk has the edits and is writing them; a lock on its file keeps it there until it is killed. */
async function killInside(desk: DeskProcess, window: ConsoleWindow, file: DeskFile): Promise<void> {
	const sent = window.page.context().waitForEvent("request", {
		predicate: (request) => request.url().endsWith("/api/intents"),
		timeout: 30_000,
	});
	await desk.restart();
	const unlock = file.lock();
	await tryNow(window);
	await sent;
	await desk.kill();
	unlock();
	await expect(window.syncWords).toHaveText(/^Offline since/);
}

/** The edits are in the file, and the window has hardly been told. */
async function killAfterCommit(desk: DeskProcess, window: ConsoleWindow, file: DeskFile): Promise<void> {
	const committed = file.waitForIntent(30_000);
	await desk.restart();
	await tryNow(window);
	expect(await committed).toBe(true);
	await desk.kill();
	await expect(window.syncWords).toHaveText(/^Offline since/);
}

/** How many of the ledger's intents the desk's file holds; none of them twice. */
function countOnce(file: DeskFile, ledger: readonly LedgerEntry[]): number {
	const counts = file.countByIntent();
	expect([...counts.values()].filter((count) => count !== 1)).toEqual([]);
	return ledger.filter(({ intent }) => counts.has(intent.id)).length;
}

/** Offline with all that waits, then catching up, then live. */
function expectStory(words: readonly string[]): void {
	expect(
		words.some((text) => /^Offline since \S+, 60 edits waiting$/.test(text)),
		words.join(" | "),
	).toBe(true);
	expect(
		words.some((text) => /^Catching up, 60 edits waiting$/.test(text)),
		words.join(" | "),
	).toBe(true);
	expect(words.at(-1)).toBe("Live");
}

/** The windows show what was typed, from the disk or from the desk. */
async function expectOnScreen(window: ConsoleWindow, typed: Typed): Promise<void> {
	for (const [number, notes] of [...typed.notes].slice(7, 12)) {
		await window.openTicket(number);
		for (const text of notes) await window.expectInTimeline(text);
	}
	await window.filterQueue("shows a red light");
	for (const title of typed.titles) {
		await expect(window.page.getByRole("grid").getByText(title)).toHaveCount(1);
	}
}

/** Each intent once, in the order of its ticket, and each typed word once. */
async function expectOnDesk(desk: DeskProcess, ledger: readonly LedgerEntry[], typed: Typed): Promise<void> {
	const histories = new Map<string, readonly HistoryEntry[]>();
	for (const ticketId of new Set(ledger.map(({ intent }) => intent.ticketId))) {
		histories.set(ticketId, (await desk.ticket(ticketId)).history);
	}
	for (const [ticketId, history] of histories) {
		const sent = ledger.filter(({ intent }) => intent.ticketId === ticketId).map(({ intent }) => intent.id);
		expect(history.flatMap(({ intentId }) => intentId ?? [])).toEqual(sent);
	}
	for (const [number, notes] of typed.notes) {
		const { history } = await desk.ticket(number);
		expect(
			history.flatMap(({ note: written }) => (written && notes.includes(written.text) ? written.text : [])),
		).toEqual(notes);
	}
	for (const [number, choice] of typed.impacts) {
		expect((await desk.ticket(number)).ticket.impact).toBe(Number(choice[0]));
	}
	const all = await desk.tickets("kind=incident");
	for (const title of typed.titles) {
		expect(all.filter(({ shortDescription }) => shortDescription === title)).toHaveLength(1);
	}
}
