import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Alert } from "../../shared/api/alerts.ts";
import { type Check, checkInputSchema } from "../../shared/api/checks.ts";
import { INCIDENT_STATE } from "../../shared/ticket/lifecycles/incident.ts";
import type { Ticket, TicketPatch } from "../../shared/ticket/ticket.ts";
import { Alerts } from "./alerts/alerts.ts";
import { OPEN_INCIDENT_RULE } from "./alerts/rule-book.ts";
import { type Desk, makeDesk } from "./desk/desk.ts";
import { Monitor } from "./monitor/monitor.ts";
import { makeId } from "./store/crypto.ts";
import { openStore } from "./store/open-store.ts";
import { ensureStandingPeople } from "./store/people.ts";
import { fromHistoryRow, toCiRow, toHistoryRow, toTeamRow, toTicketRow } from "./store/rows.ts";
import type { Store } from "./store/store.ts";
import { WallReader } from "./wall/wall-reader.ts";

const RETRIES = 2;
const RETRY_MS = 500;
const INTERVAL_MS = 1_000;
/** The whole retry policy: until the next run, then each retry. */
const POLICY_MS = INTERVAL_MS + RETRIES * RETRY_MS;
const TEAM = { id: "t1", name: "Web team", isActive: true };
const SHOP = {
	id: "shop",
	name: "Web shop",
	class: "service",
	ownerTeamId: "t1",
	criticality: 2,
	dependsOnIds: ["web-1"],
} as const;
const WEB = {
	id: "web-1",
	name: "web-1",
	class: "server",
	ownerTeamId: "t1",
	criticality: 3,
	dependsOnIds: [],
} as const;

/** The background's parts that take a check to an incident, all real. */
interface Parts {
	readonly store: Store;
	readonly desk: Desk;
	readonly monitor: Monitor;
	readonly alerts: Alerts;
	readonly wall: WallReader;
}

let dataDir: string;
let parts: Parts;
let endpoint: Server;
let port: number;
let isServing = true;
const lines: string[] = [];

async function startParts(proberScript?: URL): Promise<void> {
	const store = await openStore({ dataDir });
	await ensureStandingPeople(store);
	const log = (line: string) => lines.push(line);
	const now = Date.now;
	const desk = makeDesk(store, now);
	const monitor = new Monitor({ store, log, ...(proberScript ? { proberScript } : {}) });
	const alerts = new Alerts({ store, desk: desk.port, log, now });
	await alerts.start();
	await monitor.start();
	parts = { store, desk, monitor, alerts, wall: new WallReader({ store, watcher: monitor, now }) };
}

async function stopParts(): Promise<void> {
	await parts.monitor.close();
	await parts.alerts.close();
	await parts.store.close();
}

async function addDirectory(): Promise<void> {
	await parts.store.write(async ({ tx }) => {
		await tx.insertInto("team").values(toTeamRow(TEAM)).execute();
		await tx
			.insertInto("ci")
			.values([toCiRow({ ...SHOP, dependsOnIds: ["web-1"] }), toCiRow({ ...WEB, dependsOnIds: [] })])
			.execute();
	});
}

async function addCheck(more: object = {}): Promise<Check> {
	const created = await parts.monitor.create(
		checkInputSchema.parse({
			name: "Shop front",
			target: { type: "http", url: `http://127.0.0.1:${port}/health` },
			intervalMs: INTERVAL_MS,
			timeoutMs: 1_000,
			retries: RETRIES,
			retryIntervalMs: RETRY_MS,
			ciId: "web-1",
			...more,
		}),
	);
	if (!created.ok) throw new Error(created.error.message);
	return created.value;
}

/** Asks every 20 ms until there is an answer; fails with what it waited for. */
async function eventually<Value>(
	what: string,
	ask: () => Promise<Value | null | undefined | false>,
): Promise<Value> {
	for (let tries = 0; tries < 500; tries += 1) {
		const value = await ask();
		if (value) return value;
		await sleep(20);
	}
	throw new Error(`never happened: ${what}`);
}

const newestAlert = async (): Promise<Alert | undefined> => (await parts.alerts.list({}))[0];

const alertThat = (what: string, isSo: (alert: Alert) => boolean): Promise<Alert> =>
	eventually(what, async () => {
		const alert = await newestAlert();
		return alert && isSo(alert) ? alert : null;
	});

const firingWithTicket = () =>
	alertThat(
		"an alert fires with an incident",
		(alert) => alert.condition === "firing" && alert.ticketId !== null,
	);

const ticketThat = (
	ticketId: string | null,
	what: string,
	isSo: (ticket: Ticket) => boolean,
): Promise<Ticket> =>
	eventually(what, async () => {
		const ticket = await parts.desk.port.findTicket(ticketId ?? "");
		return ticket && isSo(ticket) ? ticket : null;
	});

const steps = (alert: Alert) => alert.trace.map(({ step }) => step);

async function historyOf(ticketId: string | null) {
	const rows = await parts.store.reader
		.selectFrom("history")
		.selectAll()
		.where("ticket_id", "=", ticketId ?? "")
		.orderBy("revision")
		.execute();
	return rows.map(fromHistoryRow);
}

/** As a person would by an intent: the same tables, a person as the actor. */
async function actAsPerson(ticket: Ticket, set: TicketPatch): Promise<void> {
	const now = Date.now();
	const resolvedAt = set.state === INCIDENT_STATE.resolved ? now : ticket.resolvedAt;
	const changed: Ticket = { ...ticket, ...set, resolvedAt, updatedAt: now, revision: ticket.revision + 1 };
	await parts.store.write(async ({ tx, logChange }) => {
		await tx.replaceInto("ticket").values(toTicketRow(changed)).execute();
		await tx
			.insertInto("history")
			.values(
				toHistoryRow({
					id: makeId(),
					ticketId: ticket.id,
					revision: changed.revision,
					type: "changed",
					actor: { kind: "person", id: "owner" },
					occurredAt: now,
					recordedAt: now,
					changes: {},
					note: null,
					intentId: null,
					alertId: null,
				}),
			)
			.execute();
		logChange("ticket", ticket.id);
	});
}

const resolveAfter = (resolveAfterMs: number) =>
	parts.alerts.patchRule(OPEN_INCIDENT_RULE.id, { resolveAfterMs });

const isUp = (check: Check) =>
	eventually("the check is up", async () =>
		parts.monitor.list().checks.some(({ id, state }) => id === check.id && state === "up"),
	);

beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), "deskwatch-monitor-"));
	isServing = true;
	endpoint = createServer((_request, response) => {
		if (isServing) response.end("well");
		else response.writeHead(503).end();
	});
	endpoint.listen(0, "127.0.0.1");
	await once(endpoint, "listening");
	port = (endpoint.address() as AddressInfo).port;
	await startParts();
	await addDirectory();
});

afterEach(async () => {
	await stopParts();
	endpoint.closeAllConnections();
	endpoint.close();
	await rm(dataDir, { recursive: true });
});

describe("a check whose endpoint fails", () => {
	it("makes an alert and an incident within the retry policy and a second, linked both ways", async () => {
		const check = await addCheck();
		await isUp(check);
		isServing = false;
		const failedAt = Date.now();
		const alert = await firingWithTicket();
		const tookMs = Date.now() - failedAt;
		expect(tookMs).toBeLessThan(POLICY_MS + 1_000);
		expect(alert).toMatchObject({
			identity: `check:${check.id}`,
			severity: 4,
			title: "Shop front is down: HTTP 503",
			evidence: { statusCode: 503 },
			count: 1,
		});
		expect(alert.since).toBeGreaterThanOrEqual(failedAt - 50);
		expect(alert.since).toBeLessThan(alert.firstSeenAt);
		const ticket = await ticketThat(alert.ticketId, "the incident", () => true);
		expect(ticket).toMatchObject({
			kind: "incident",
			state: INCIDENT_STATE.new,
			callerId: "monitoring",
			shortDescription: "Shop front is down: HTTP 503",
			teamId: "t1",
			ciId: "web-1",
			serviceId: "shop",
			impact: 2,
			urgency: 2,
			priority: 3,
		});
		for (const fact of [
			"Status: 503",
			"first byte",
			new Date(alert.since).toISOString().slice(0, 10),
			"Service: Web shop",
		]) {
			expect(ticket.description).toContain(fact);
		}
		const [created] = await historyOf(ticket.id);
		expect(created).toMatchObject({ type: "created", alertId: alert.id, actor: { kind: "rule" } });
		const logged = await parts.store.reader.selectFrom("change_log").select(["kind", "id"]).execute();
		expect(logged).toContainEqual({ kind: "alert", id: alert.id });
		expect(logged).toContainEqual({ kind: "check", id: check.id });
	});

	it("resolves the alert, tells the incident, and resolves it when nobody touched it", async () => {
		await resolveAfter(600);
		await isUp(await addCheck());
		isServing = false;
		const { ticketId } = await firingWithTicket();
		isServing = true;
		const alert = await alertThat("it is resolved", ({ condition }) => condition === "resolved");
		const noted = await ticketThat(ticketId, "the incident is told", ({ revision }) => revision === 2);
		expect(noted.state).toBe(INCIDENT_STATE.new);
		const ticket = await ticketThat(
			ticketId,
			"it is resolved",
			({ state }) => state === INCIDENT_STATE.resolved,
		);
		expect(ticket).toMatchObject({ closeCode: "Cleared by monitoring" });
		expect((ticket.resolvedAt ?? 0) - (alert.resolvedAt ?? 0)).toBeGreaterThanOrEqual(600);
		const notes = (await historyOf(ticketId)).flatMap(({ note }) => note ?? []);
		expect(notes).toHaveLength(1);
		expect(notes[0]).toMatchObject({ kind: "workNote" });
		expect(notes[0]?.text).toMatch(/is up again: HTTP 200 in \d+ ms\. It lasted \d s/);
		await alertThat("the trace tells all of it", (now) => steps(now).at(-1) === "settled");
	});

	it("leaves an incident to the people who touched it", async () => {
		await resolveAfter(300);
		await isUp(await addCheck());
		isServing = false;
		const { ticketId } = await firingWithTicket();
		const ticket = await ticketThat(ticketId, "the incident", () => true);
		await actAsPerson(ticket, { assigneeId: "owner" });
		isServing = true;
		const alert = await alertThat("it says why", (now) => steps(now).includes("left"));
		expect(alert.trace.at(-1)?.text).toContain("somebody has worked on it");
		const after = await ticketThat(ticketId, "the incident", () => true);
		expect(after.state).toBe(INCIDENT_STATE.new);
		expect((await historyOf(ticketId)).filter(({ note }) => note !== null)).toHaveLength(1);
	});

	it("opens nothing new while a person's resolution stands, and reopens it when it fires again", async () => {
		await isUp(await addCheck());
		isServing = false;
		const first = await firingWithTicket();
		const ticket = await ticketThat(first.ticketId, "the incident", () => true);
		const closed = { closeCode: "Solved (Permanently)", closeNotes: "restarted", assigneeId: "owner" };
		await actAsPerson(ticket, { state: INCIDENT_STATE.resolved, ...closed });
		await sleep(POLICY_MS);
		expect((await parts.alerts.list({})).map(({ ticketId }) => ticketId)).toEqual([first.ticketId]);
		isServing = true;
		await alertThat("it is resolved", ({ condition }) => condition === "resolved");
		isServing = false;
		const again = await alertThat("it fires again", ({ count }) => count === 2);
		expect(again.id).toBe(first.id);
		await ticketThat(first.ticketId, "it is reopened", ({ state }) => state === INCIDENT_STATE.inProgress);
	});

	it("opens a new incident that names the old one after that was closed", async () => {
		await isUp(await addCheck());
		isServing = false;
		const first = await firingWithTicket();
		const ticket = await ticketThat(first.ticketId, "the incident", () => true);
		await actAsPerson(ticket, { state: INCIDENT_STATE.canceled });
		isServing = true;
		await alertThat("it is resolved", ({ condition }) => condition === "resolved");
		isServing = false;
		const second = await alertThat(
			"another alert fires",
			({ id, ticketId }) => id !== first.id && ticketId !== null,
		);
		const next = await ticketThat(second.ticketId, "the new incident", () => true);
		expect(next.description).toContain(`Earlier incident of this check: ${ticket.number}`);
	});

	it("opens no incident while the rule is off, says so, and catches up when it is switched on", async () => {
		await parts.alerts.patchRule(OPEN_INCIDENT_RULE.id, { isEnabled: false });
		await isUp(await addCheck());
		isServing = false;
		const alert = await alertThat("it says why not", (now) => steps(now).includes("no-incident"));
		expect(alert.trace.at(-1)?.text).toContain("switched off");
		expect(alert.ticketId).toBeNull();
		await parts.alerts.patchRule(OPEN_INCIDENT_RULE.id, { isEnabled: true });
		expect((await firingWithTicket()).id).toBe(alert.id);
	});

	it("opens no incident for a check that is only slow", async () => {
		await addCheck({ degradedAboveMs: 1, retries: 0 });
		endpoint.removeAllListeners("request");
		endpoint.on("request", (_request, response) => setTimeout(() => response.end(), 20));
		const alert = await alertThat("it warns", (now) => steps(now).includes("no-incident"));
		expect(alert).toMatchObject({ condition: "firing", severity: 2, ticketId: null });
	});

	it("resolves the alert of a check that is removed, and leaves the incident to people", async () => {
		await resolveAfter(100);
		const check = await addCheck();
		await isUp(check);
		isServing = false;
		const { ticketId } = await firingWithTicket();
		await parts.monitor.remove(check.id);
		const alert = await alertThat("it is resolved", ({ condition }) => condition === "resolved");
		expect(alert.trace.map(({ text }) => text).join(" ")).toContain("The check was removed");
		await sleep(300);
		expect((await parts.desk.port.findTicket(ticketId ?? ""))?.state).toBe(INCIDENT_STATE.new);
		const log = await parts.store.reader
			.selectFrom("change_log")
			.selectAll()
			.where("id", "=", check.id)
			.execute();
		expect(log).toMatchObject([{ kind: "check", deleted: 1 }]);
		const results = await parts.store.reader.selectFrom("check_result").select("check_id").execute();
		expect(results).toEqual([]);
	});
});

describe("a restart in the middle", () => {
	it("keeps state, results and what waits, and doubles nothing", async () => {
		await resolveAfter(1_500);
		const check = await addCheck();
		await isUp(check);
		isServing = false;
		const before = await firingWithTicket();
		const seen = (await parts.monitor.detail(check.id)) as { value: { results: readonly unknown[] } };
		await stopParts();
		await startParts();
		const restored = parts.monitor.list().checks[0];
		expect(restored).toMatchObject({ id: check.id, state: "down", stateSince: before.since });
		const detail = await parts.monitor.detail(check.id);
		expect(detail.ok && detail.value.results.length).toBeGreaterThanOrEqual(seen.value.results.length);
		isServing = true;
		await alertThat("it is resolved", ({ condition }) => condition === "resolved");
		await ticketThat(before.ticketId, "the incident is told", ({ revision }) => revision === 2);
		await stopParts();
		await startParts();
		await ticketThat(before.ticketId, "it is resolved", ({ state }) => state === INCIDENT_STATE.resolved);
		expect(await parts.alerts.list({})).toHaveLength(1);
		expect((await historyOf(before.ticketId)).filter(({ note }) => note !== null)).toHaveLength(1);
	});

	it("opens the incident of an alert that was saved but not followed up, once", async () => {
		await parts.alerts.patchRule(OPEN_INCIDENT_RULE.id, { isEnabled: false });
		await isUp(await addCheck());
		isServing = false;
		const alert = await alertThat("it fires", ({ condition }) => condition === "firing");
		await stopParts();
		await startParts();
		// As a crash between opening and linking leaves it: the ticket names the alert, the alert no ticket.
		const opened = await parts.desk.port.openIncident({
			set: { shortDescription: "half done" },
			note: null,
			ruleId: OPEN_INCIDENT_RULE.id,
			alertId: alert.id,
		});
		await parts.alerts.patchRule(OPEN_INCIDENT_RULE.id, { isEnabled: true });
		const linked = await firingWithTicket();
		expect(opened.ok && opened.value.id).toBe(linked.ticketId);
		const tickets = await parts.store.reader.selectFrom("ticket").select("id").execute();
		expect(tickets).toHaveLength(1);
	});

	it("makes the alert of a state that was saved before a crash", async () => {
		const check = await addCheck({ isPaused: true });
		await parts.store.write(({ tx }) =>
			tx.updateTable("check_definition").set({ state: "down", state_since: 1_000 }).execute(),
		);
		await stopParts();
		await startParts();
		const alert = await firingWithTicket();
		expect(alert).toMatchObject({ checkId: check.id, since: 1_000 });
	});
});

describe("the wall", () => {
	it("shows a service by its checks, its alerts and its incidents, and unknown when the prober dies", async () => {
		await isUp(await addCheck());
		const calm = await parts.wall.read();
		expect(calm.services).toMatchObject([{ id: "shop", state: "up", checkCount: 1, openIncidents: 0 }]);
		expect(calm.sources).toMatchObject([{ name: "prober", state: "live" }]);
		isServing = false;
		await firingWithTicket();
		const alarmed = await parts.wall.read();
		expect(alarmed.services).toMatchObject([{ state: "down", openIncidents: 1 }]);
		expect(alarmed.alerts).toMatchObject({ total: 1, items: [{ title: "Shop front is down: HTTP 503" }] });
		expect(alarmed.incidents).toMatchObject({ open: 1, byPriority: [0, 0, 1, 0, 0], unassigned: 1 });
		const later = new WallReader({
			store: parts.store,
			watcher: parts.monitor,
			now: () => Date.now() + 6_000,
		});
		expect(await later.read()).toMatchObject({
			services: [{ state: "unknown" }],
			sources: [{ state: "silent" }],
		});
	});

	it("hears of a prober that dies again and again", async () => {
		await stopParts();
		await startParts(new URL("data:text/javascript,throw new Error('no luck')"));
		await eventually("it says so", async () => lines.some((line) => line.includes("starting again in")));
		expect((await parts.wall.read()).sources).toMatchObject([{ state: "silent", lastSeenAt: null }]);
		const tested = await parts.monitor.test({
			target: { type: "tcp", host: "127.0.0.1", port },
			timeoutMs: 500,
			degradedAboveMs: null,
		});
		expect(tested).toMatchObject({ ok: false, error: { code: "prober_unavailable" } });
	});
});
