/**
 * The desktop app as it is built, over a stand-in for the `electron` module (see `stand-in/electron.ts`):
 * scheme, piping of `/api`, bridge, messages, the background's restart. What only the real binary can show is in
 * `electron.journey.ts`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import type {} from "../renderer/desktop/shell-bridge.ts";
import { intentAnswerSchema } from "../shared/api/intents.ts";
import { type BackgroundState, BRIDGE_CHANNELS } from "../shared/bridge.ts";
import { BrowserProfile } from "./fixture/browser-profile.ts";
import { expectAccessible } from "./fixture/expect-accessible.ts";
import { NETWORK_FAILURES, PageProblems } from "./fixture/page-problems.ts";
import { StandInApp } from "./stand-in/stand-in-app.ts";

const test = base.extend<{ readonly problems: PageProblems; readonly app: StandInApp }>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter.
	problems: async ({}, use) => {
		const problems = new PageProblems();
		await use(problems);
		problems.expectNone();
	},
	app: async ({ problems }, use, testInfo) => {
		const profile = await BrowserProfile.open({ problems });
		const app = await StandInApp.start(profile.context);
		await use(app);
		if (testInfo.error) console.error(app.errors);
		await profile.dispose();
		await app.dispose();
	},
});

/** The console's first window, once its desk answers. */
async function openConsole(app: StandInApp): Promise<Page> {
	const { page } = await app.window(0);
	await expect.poll(() => statusOf(page, "/api/health")).toBe(200);
	expect(await post(page, "/api/setup", { choice: "empty" })).toMatchObject({ status: 200 });
	// The page may have asked before: then it still shows the first start's choice.
	await page.reload();
	await expect(page.getByRole("contentinfo").getByRole("status")).toHaveText("Live");
	return page;
}

function post(
	page: Page,
	path: string,
	body: unknown,
): Promise<{ readonly status: number; readonly body: unknown }> {
	return page.evaluate(
		async ([address, content]) => {
			const headers = { "content-type": "application/json" };
			const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(content) });
			return { status: response.status, body: await response.json() };
		},
		[path, body] as const,
	);
}

function statusOf(page: Page, path: string): Promise<number> {
	return page.evaluate(async (address) => (await fetch(address)).status, path);
}

/** Opens an incident through the page's own door. */
async function openIncident(page: Page, fields: Readonly<Record<string, unknown>>): Promise<string> {
	const batch = {
		deviceId: uuidv7(),
		fence: 1,
		intents: [
			{
				v: 1,
				id: uuidv7(),
				ticketId: uuidv7(),
				occurredAt: Date.now(),
				counter: 1,
				type: "create",
				kind: "incident",
				set: { callerId: "owner", ...fields },
			},
		],
	};
	const answer = await post(page, "/api/intents", batch);
	expect(answer).toMatchObject({ status: 200, body: { results: [{ status: "applied" }] } });
	const [result] = intentAnswerSchema.parse(answer.body).results;
	return result && "number" in result ? result.number : "";
}

test("the app shows the console from its own files and its own desk", async ({ app, problems }) => {
	problems.allow([/the server responded with a status of 404/]);
	const { facts, page } = await app.window(0);
	await openConsole(app);
	await expect(page).toHaveTitle(/Deskwatch/);
	await expectAccessible(page);
	expect(facts.preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false });
	expect(app.eventsOf("privileges")).toMatchObject([
		{ scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
	]);
	const policy = await page.evaluate(async () => (await fetch("/")).headers.get("content-security-policy"));
	expect(policy).toContain("script-src 'self';");
	expect(await statusOf(page, "/..%2fmain%2findex.js")).toBe(404);
	expect(await statusOf(page, "/queues/mine")).toBe(200);
});

test("no page ever holds the launch's token, and without it the desk answers nobody", async ({ app }) => {
	const page = await openConsole(app);
	const [fork] = app.eventsOf("fork");
	const token = fork?.token ?? "";
	expect(token.length).toBeGreaterThan(40);
	expect(fork?.args.join(" ")).not.toContain(token);
	const everything = await page.evaluate(async () => {
		const answers = await Promise.all(["/api/session", "/api/health"].map((path) => fetch(path)));
		const heads = answers.map(({ headers }) => JSON.stringify([...headers]));
		const bodies = await Promise.all(answers.map((answer) => answer.text()));
		const bridge = JSON.stringify(window.deskwatch);
		return [document.documentElement.outerHTML, document.cookie, bridge, ...heads, ...bodies].join("\n");
	});
	expect(everything).not.toContain(token);
	const own = await page.evaluate(
		async () => (await fetch("/api/session", { headers: { authorization: "Bearer x" } })).status,
	);
	expect(own).toBe(200);
});

test("an answer streams to the page, and the page's cancel closes it at the desk", async ({ app }) => {
	const page = await openConsole(app);
	const feeds = async (): Promise<number> =>
		(await app.ask<string[]>({ type: "open-requests" })).filter((path) => path === "/api/feed?journey")
			.length;
	const first = await page.evaluate(async () => {
		const controller = new AbortController();
		const response = await fetch("/api/feed?journey", { signal: controller.signal });
		const chunk = await response.body?.getReader().read();
		Object.assign(window, { stopFeed: () => controller.abort() });
		return new TextDecoder().decode(chunk?.value);
	});
	expect(first).toContain("event: hello");
	expect(await feeds()).toBe(1);
	await page.evaluate(() => (window as unknown as { stopFeed: () => void }).stopFeed());
	await expect.poll(feeds).toBe(0);
});

test("the bridge answers our own pages, and only well-formed questions", async ({ app }) => {
	const page = await openConsole(app);
	const bridge = await page.evaluate(async () => ({
		isFrozen: Object.isFrozen(window.deskwatch),
		version: window.deskwatch?.version,
		displays: await window.deskwatch?.listDisplays(),
		refused: await window.deskwatch?.openWall("2" as unknown as number),
		unknown: await window.deskwatch?.openWall(99),
	}));
	expect(bridge.isFrozen).toBe(true);
	expect(bridge.version).toMatch(/^\d+\.\d+\.\d+/);
	expect(bridge.displays).toEqual([
		{ id: 11, label: "Display 1 · 1920 × 1080 · Desk", isPrimary: true },
		{ id: 12, label: "Display 2 · 3840 × 2160 · Wall", isPrimary: false },
	]);
	expect(bridge.refused).toMatchObject({ ok: false, error: { path: "displayId" } });
	expect(bridge.unknown).toMatchObject({ ok: false, error: { code: "not_found" } });

	const ask = {
		type: "invoke",
		windowId: 1,
		channel: BRIDGE_CHANNELS.listDisplays,
		payload: undefined,
	} as const;
	for (const frame of [
		{ frameUrl: "https://example.com/", isTopFrame: true },
		{ frameUrl: "app://console/", isTopFrame: false },
	]) {
		await expect(app.ask({ ...ask, ...frame })).rejects.toThrow("not asked by a page of the console");
	}
});

test("pages stay on our own addresses and get few permissions", async ({ app }) => {
	await openConsole(app);
	const windowId = 1;
	const mayNavigate = (url: string) => app.ask<boolean>({ type: "will-navigate", windowId, url });
	expect(await mayNavigate("app://console/alerts")).toBe(true);
	expect(await mayNavigate("https://status.example.com/")).toBe(false);
	expect(await mayNavigate("file:///etc/passwd")).toBe(false);
	const links = ["https://docs.example.com/", "http://example.com/", "smb://host/share"];
	for (const url of links) {
		expect(await app.ask<string>({ type: "window-open-request", windowId, url })).toBe("deny");
	}
	expect(app.eventsOf("open-external").map(({ url }) => url)).toEqual([
		"https://status.example.com/",
		"https://docs.example.com/",
	]);
	const mayHave = (permission: string, url: string) =>
		app.ask<boolean>({ type: "permission", permission, url });
	expect(await mayHave("persistent-storage", "app://console/")).toBe(true);
	expect(await mayHave("media", "app://console/")).toBe(false);
	expect(await mayHave("persistent-storage", "https://example.com/")).toBe(false);
});

test("a background that dies is started again, says so, and loses nothing", async ({ app, problems }) => {
	problems.allow(NETWORK_FAILURES);
	const page = await openConsole(app);
	const number = await openIncident(page, {
		shortDescription: "Till 4 does not print",
		impact: 3,
		urgency: 2,
	});
	await page.evaluate(() => {
		const states: unknown[] = [];
		Object.assign(window, { states });
		window.deskwatch?.onBackgroundState((state) => states.push(state));
	});
	const states = () => page.evaluate(() => (window as unknown as { states: BackgroundState[] }).states);
	await expect.poll(states).toEqual([{ state: "running" }]);

	const [first] = app.eventsOf("fork");
	const notice = page.getByText("The desk on this computer stopped.");
	const seen = notice.waitFor();
	process.kill(first?.pid ?? 0, "SIGKILL");
	await seen;
	await expect
		.poll(async () => (await states()).map(({ state }) => state))
		.toEqual(["running", "restarting", "running"]);
	await expect.poll(() => statusOf(page, `/api/tickets/${number}`)).toBe(200);
	await expect(notice).toBeHidden();
	expect(app.eventsOf("fork")).toHaveLength(2);
	expect(app.eventsOf("tooltip").map(({ text }) => text)).toContain(
		"Deskwatch: the desk stopped and is being started again",
	);
});

test("what the page puts into the device's journal is closed by a key from the keychain", async ({ app }) => {
	const page = await openConsole(app);
	const record = { id: uuidv7(), text: "Told nobody but the desk" };
	const written = await page.evaluate(async (kept) => {
		const body = JSON.stringify({ personId: "owner", put: [kept], drop: [] });
		const headers = { "content-type": "application/json" };
		return (await fetch("/api/journal", { method: "PUT", headers, body })).json();
	}, record);
	expect(written).toEqual({ records: 1 });
	const [fork] = app.eventsOf("fork");
	const folder = join(fork?.args[fork.args.indexOf("--data") + 1] ?? "", "journal");
	const [file = ""] = readdirSync(folder);
	expect(readFileSync(join(folder, file), "latin1")).not.toContain("Told nobody");
	const read = await page.evaluate(async () => (await fetch("/api/journal?personId=owner")).json());
	expect(read).toEqual({ records: [record], next: null, damaged: 0 });
});

test("without a desk the page is told so at once", async ({ app, problems }) => {
	problems.allow(NETWORK_FAILURES);
	const page = await openConsole(app);
	const answer = page.evaluate(async () => {
		for (;;) {
			const response = await fetch("/api/health");
			if (response.status !== 200) return { status: response.status, body: await response.json() };
		}
	});
	process.kill(app.eventsOf("fork")[0]?.pid ?? 0, "SIGKILL");
	expect(await answer).toMatchObject({ status: 503, body: { error: { code: "desk_unreachable" } } });
});

test("the wall fills the display that was chosen, and only reads", async ({ app, problems }) => {
	const page = await openConsole(app);
	expect(await page.evaluate(() => window.deskwatch?.openWall(12))).toEqual({ ok: true, value: null });
	const wall = await app.window(1);
	expect(wall.facts).toMatchObject({
		bounds: { x: 1_920, y: 0, width: 3_840, height: 2_160 },
		isFullScreen: true,
		preferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
	});
	await wall.page.waitForURL("**/wall");
	expect(await statusOf(wall.page, "/api/wall")).toBe(200);
	problems.allow([/the server responded with a status of 403/]);
	const write = await wall.page.evaluate(async () =>
		(await fetch("/api/intents", { method: "POST", body: "{}" })).json(),
	);
	expect(write).toMatchObject({ error: { code: "forbidden" } });
	await app.ask({ type: "remove-display", displayId: 12 });
	await expect.poll(() => app.windows.size).toBe(1);
});

test("a new P1 is told once, counted on the badge, and opened by a click", async ({ app }) => {
	const page = await openConsole(app);
	// The watch begins by counting: what comes after that is news.
	await expect.poll(() => app.eventsOf("badge").length).toBeGreaterThan(0);
	await openIncident(page, { shortDescription: "A lamp is out", impact: 3, urgency: 3 });
	expect(await post(page, "/api/session/act-as", { personId: "monitoring" })).toMatchObject({ status: 200 });
	const number = await openIncident(page, { shortDescription: "Mail is down", impact: 1, urgency: 1 });
	await expect
		.poll(() => app.eventsOf("notification"))
		.toMatchObject([{ title: `P1: ${number}`, body: "Mail is down" }]);
	await expect.poll(() => app.eventsOf("badge").at(-1)).toEqual({ kind: "badge", count: 1 });
	await app.ask({ type: "click-notification", id: 1 });
	await expect(page).toHaveURL(new RegExp(`/tickets/${number}$`));
	expect(app.eventsOf("notification")).toHaveLength(1);
});

test("a second start, a deep link and the menu lead into the window that is open", async ({ app }) => {
	const page = await openConsole(app);
	await app.ask({ type: "second-instance", argv: ["deskwatch", "deskwatch://ticket/INC0000042"] });
	await expect(page).toHaveURL(/\/tickets\/INC0000042$/);
	await app.ask({ type: "click-menu", labels: ["Go", "Checks"] });
	await expect(page).toHaveURL(/\/checks$/);
	const focused = app.eventsOf("focus").length;
	await app.ask({ type: "second-instance", argv: ["deskwatch", "deskwatch://ticket/../settings"] });
	expect(app.eventsOf("focus").length).toBeGreaterThan(focused);
	await expect(page).toHaveURL(/\/checks$/);
	expect(app.windows.size).toBe(1);
});

test("closing the last window leaves the desk running; quitting ends it in good order", async ({
	app,
	problems,
}) => {
	problems.allow(NETWORK_FAILURES);
	await openConsole(app);
	await app.ask({ type: "close-window", windowId: 1 });
	await expect.poll(() => app.windows.size).toBe(0);
	await app.ask({ type: "second-instance", argv: ["deskwatch"] });
	const { page } = await app.window(0);
	await expect.poll(() => statusOf(page, "/api/health")).toBe(200);
	expect(app.eventsOf("fork")).toHaveLength(1);
	expect(await app.quit()).toBe(0);
});
