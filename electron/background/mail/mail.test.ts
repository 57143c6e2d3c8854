import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Email } from "postal-mime";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AuditPage } from "../../../shared/api/audit.ts";
import type { MailAnswer, MailMark, MailQueue, MailTest, UnmatchedMail } from "../../../shared/api/mail.ts";
import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import { HOLD_REASON, INCIDENT_STATE } from "../../../shared/ticket/lifecycles/incident.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { addStaff, changing, startTestDesk, type TestDesk } from "../fixture.ts";
import { toPersonRow } from "../store/rows.ts";
import { MAIL_PASSWORD, MailServer, whyNoMailServer } from "./mail-server.fixture.ts";

const missing = whyNoMailServer();
if (missing) console.warn(`SKIPPED: mail against a real server: ${missing}`);

const CARA = "cara@example.org";
const DESK = "desk@example.org";

describe.skipIf(missing)("mail against a real server", () => {
	let server: MailServer;
	let desk: TestDesk;

	beforeAll(async () => {
		server = await MailServer.start(["desk", "cara", "ben", "stranger"]);
	});
	afterAll(() => server?.stop());
	beforeEach(async () => {
		desk = await startTestDesk();
		await addStaff(desk);
		await addPerson("cara", CARA);
		await addPerson("dora", "Dora@Example.org");
	});
	afterEach(() => desk.close());

	async function addPerson(id: string, email: string): Promise<void> {
		const facts = {
			phone: null,
			location: null,
			department: null,
			isVip: false,
			teamIds: [],
			isActive: true,
		};
		await desk.background.store.write(({ tx }) =>
			tx
				.insertInto("person")
				.values(toPersonRow({ id, name: id, email, roles: ["caller"], ...facts }))
				.execute(),
		);
	}
	const get = async <Body>(path: string): Promise<Body> => (await desk.ask(path)).body as Body;
	const post = (path: string, body: unknown = {}) => desk.ask(path, { body, method: "POST" });
	const setMailbox = async (over = {}) => {
		const saved = await desk.ask("/api/mail", { method: "PUT", body: server.settings(over) });
		expect(saved.status).toBe(200);
	};
	const until = async <Value>(look: () => Promise<Value | undefined | null | false>): Promise<Value> => {
		let found: Value | undefined | null | false;
		await expect.poll(async () => (found = await look()), { timeout: 15_000, interval: 50 }).toBeTruthy();
		return found as Value;
	};
	const tickets = async () => (await get<{ tickets: Ticket[] }>("/api/tickets")).tickets;
	const firstTicket = () => until(async () => (await tickets())[0]);
	const history = async (key: string) =>
		(await get<{ history: HistoryEntry[] }>(`/api/tickets/${key}`)).history;
	const marks = async (key: string) => (await get<{ marks: MailMark[] }>(`/api/tickets/${key}/mail`)).marks;
	const queue = async () => (await get<MailQueue>("/api/mail/queue")).mails;
	const firstUnmatched = () => until(async () => (await queue())[0]);
	/** The mail with this subject in somebody’s mailbox, whose text holds `words`. */
	const inbox = (name: string, words: string) =>
		until(async () => (await server.mailbox(name)).find(({ text }) => text?.includes(words)));

	let sent = 0;
	/** Sends a message of somebody to the desk; answers its id. */
	async function write(from: string, subject: string, text: string, headers: readonly string[] = []) {
		sent += 1;
		const messageId = `<m${sent}.${Date.now()}@pc.example.org>`;
		const lines = [
			`From: ${from}`,
			`To: ${DESK}`,
			`Subject: ${subject}`,
			`Message-ID: ${messageId}`,
			...headers,
		];
		await server.send(from.replace(/.*<|>.*/g, ""), DESK, [...lines, "", text]);
		return messageId;
	}
	async function comment(key: string, text: string, kind: "comment" | "workNote" = "comment") {
		const ticket = await desk.readTicket(key);
		const [result] = await desk.send(changing(ticket, {}, { note: { kind, text } }));
		expect(result).toMatchObject({ status: "applied" });
	}
	const idOf = ({ messageId }: Email): string => messageId ?? "";

	it("goes both ways in one thread: a caller’s mail opens, the agent answers, the answer resumes the hold", async () => {
		await setMailbox();
		const first = await write(
			`Cara <${CARA}>`,
			"Re: VPN is down",
			"Since this morning.",
			['Content-Type: multipart/mixed; boundary="x"'].slice(1),
		);
		const ticket = await firstTicket();
		expect(ticket).toMatchObject({ shortDescription: "VPN is down", callerId: "cara", openedById: "cara" });
		expect(ticket.description).toBe("Since this morning.");

		await comment(ticket.id, "Nobody else may read this", "workNote");
		await comment(ticket.id, "Which building are you in?");
		const asked = await inbox("cara", "Which building");
		expect(asked).toMatchObject({ subject: `[${ticket.number}] VPN is down`, inReplyTo: first });
		expect(asked.headers.some(({ key }) => key === "auto-submitted")).toBe(false);
		expect(JSON.stringify(await server.mailbox("cara"))).not.toContain("Nobody else");
		await expect
			.poll(async () => (await marks(ticket.id)).filter(({ direction }) => direction === "out"))
			.toMatchObject([{ address: CARA, state: "sent" }]);

		const waiting = {
			state: INCIDENT_STATE.onHold,
			holdReason: HOLD_REASON.awaitingCaller,
			followUpAt: Date.now() + 1e8,
		};
		const staffed = await desk.readTicket(ticket.id);
		await desk.send(changing(staffed, { teamId: "network", state: INCIDENT_STATE.inProgress }));
		const note = { kind: "comment", text: "Please answer." };
		await desk.send(changing(await desk.readTicket(ticket.id), waiting, { note }));
		expect(await desk.readTicket(ticket.id)).toMatchObject({ state: INCIDENT_STATE.onHold });
		await write(CARA, "Building", "The east wing.\n\n> Which building are you in?", [
			`References: ${idOf(asked)}`,
		]);
		await until(async () => (await desk.readTicket(ticket.id)).state === INCIDENT_STATE.inProgress);
		const answer = (await history(ticket.id)).find(({ note: said }) => said?.text.includes("east wing"));
		expect(answer).toMatchObject({ actor: { kind: "person", id: "cara" }, note: { kind: "comment" } });
		expect(answer?.note?.text).toContain("> Which building");
		expect(await tickets()).toHaveLength(1);
	});

	it("tells the caller of the end, with close code and notes", async () => {
		await setMailbox();
		await write(CARA, "Screen", "It flickers.");
		const { id } = await firstTicket();
		const end = { closeCode: "Solved (Permanently)", closeNotes: "New cable." };
		const taken = { teamId: "network", state: INCIDENT_STATE.inProgress };
		await desk.send(changing(await desk.readTicket(id), taken));
		await desk.send(changing(await desk.readTicket(id), { state: INCIDENT_STATE.resolved, ...end }));
		const told = await inbox("cara", "New cable.");
		expect(told.text).toContain("is resolved: Solved (Permanently).");
	});

	it("keeps an automatic answer as a note that moves nothing and is not answered", async () => {
		await setMailbox();
		await write(CARA, "Mouse", "Broken.");
		const { id, number } = await firstTicket();
		const before = (await server.mailbox("cara")).length;
		await write(CARA, `Out of office: [${number}] Mouse`, "I am away.", ["Auto-Submitted: auto-replied"]);
		const noted = await until(async () =>
			(await history(id)).find(({ note }) => note?.text.includes("I am away.")),
		);
		expect(noted).toMatchObject({ actor: { kind: "rule", id: "mail" }, note: { kind: "workNote" } });
		await write(CARA, "[desk] nothing", "Later.");
		await until(async () => (await tickets()).length === 2);
		expect(await server.mailbox("cara")).toHaveLength(before);
	});

	it("says on the ticket what could not be delivered, at once or by a report that comes back", async () => {
		await setMailbox();
		for (const [person, address] of [
			["gone", "gone@example.org"],
			["refused", "refused@example.org"],
		] as const) {
			await addPerson(person, address);
			await write(`${person} <${address}>`, `From ${person}`, "Hello.");
			const { id } = await until(async () => (await tickets()).find(({ callerId }) => callerId === person));
			await comment(id, "Do you read this?");
			await until(async () => (await marks(id)).some(({ state }) => state === "undeliverable"));
			const noted = (await history(id)).filter(({ note }) =>
				note?.text.includes(`A message to ${address} could not`),
			);
			expect(noted).toHaveLength(1);
			expect(noted[0]?.note?.kind).toBe("workNote");
		}
	});

	it("lets what it can’t place wait, to be attached, opened, or put aside and back", async () => {
		await setMailbox({ opensIncidents: false });
		await write("Stranger <stranger@example.org>", "About your invoice", "Please pay.");
		const mail: UnmatchedMail = await firstUnmatched();
		expect(mail).toMatchObject({ reason: "unknown-sender", fromName: "Stranger", senderId: null });
		expect((await post(`/api/mail/queue/${mail.id}/discard`)).status).toBe(204);
		expect(await queue()).toEqual([]);
		expect((await post(`/api/mail/queue/${mail.id}/restore`)).status).toBe(204);
		const opened = await post(`/api/mail/queue/${mail.id}/open`, { callerId: "cara" });
		expect(opened).toMatchObject({ status: 200 });
		const ticket = (await tickets())[0];
		expect(ticket).toMatchObject({ callerId: "cara", openedById: "owner", description: "Please pay." });
		expect((await post(`/api/mail/queue/${mail.id}/discard`)).status).toBe(409);

		await write("Stranger <stranger@example.org>", `${ticket?.number}: more`, "From my own address.");
		const second = await firstUnmatched();
		expect(second.suggestedNumber).toBe(ticket?.number);
		const asCaller = { ticket: ticket?.number, as: "caller" };
		expect((await post(`/api/mail/queue/${second.id}/attach`, asCaller)).status).toBe(200);
		const said = (await history(ticket?.id ?? "")).find(({ note }) =>
			note?.text.includes("From my own address."),
		);
		expect(said).toMatchObject({ actor: { id: "cara" }, note: { kind: "comment" } });
		expect(said?.note?.text).toContain("stranger@example.org");
		expect((await desk.ask("/api/mail/queue")).body).toMatchObject({ total: 0, discarded: 0 });
	});

	it("takes a message once, however often it is there", async () => {
		await setMailbox();
		const lines = [
			`From: ${CARA}`,
			`To: ${DESK}`,
			"Subject: Twice",
			"Message-ID: <twice@pc.example.org>",
			"",
			"Once.",
		];
		await server.send(CARA, DESK, lines);
		await server.send(CARA, DESK, lines);
		await server.send(CARA, DESK, [...lines, "Another text under the same id."]);
		await until(async () => (await tickets()).length >= 2);
		await write(CARA, "Last", "Last.");
		await until(async () => (await tickets()).some(({ shortDescription }) => shortDescription === "Last"));
		expect(await tickets()).toHaveLength(3);
	});

	it("waits for a server that is away, and then sends", async () => {
		await setMailbox();
		await write(CARA, "Desk lamp", "Dark.");
		const { id } = await firstTicket();
		const away = { ...server.settings().outgoing, port: 9 };
		await setMailbox({ outgoing: away });
		await comment(id, "Still dark?");
		await until(async () => (await get<MailAnswer>("/api/mail")).standing.sendError);
		expect((await get<MailAnswer>("/api/mail")).standing).toMatchObject({ waiting: 1 });
		expect((await marks(id)).find(({ direction }) => direction === "out")).toMatchObject({
			state: "waiting",
		});
		await setMailbox();
		await inbox("cara", "Still dark?");
	});

	it("never shows a password, nor keeps one that can be read", async () => {
		await setMailbox();
		const { settings } = await get<MailAnswer>("/api/mail");
		expect(settings?.incoming).toMatchObject({ hasPassword: true });
		const { password: _, ...incoming } = server.settings().incoming;
		const tried = (await post("/api/mail/test", server.settings({ incoming }))).body as MailTest;
		expect(tried).toMatchObject({ incoming: { error: null }, outgoing: { error: null } });
		expect(tried.incoming.lines.length).toBeGreaterThan(3);
		const elsewhere = { ...incoming, host: "localhost" };
		const other = (await post("/api/mail/test", server.settings({ incoming: elsewhere }))).body as MailTest;
		expect(other.incoming.error).toContain("refused");
		const plain = Buffer.from(MAIL_PASSWORD);
		const coded = Buffer.from(plain.toString("base64"));
		const said = Buffer.from(JSON.stringify([tried, other, settings]));
		const files = readdirSync(desk.dataDir, { withFileTypes: true }).filter((file) => file.isFile());
		const kept = files.map(({ name }) => readFileSync(join(desk.dataDir, name)));
		for (const bytes of [said, ...kept]) {
			expect(bytes.includes(plain)).toBe(false);
			expect(bytes.includes(coded)).toBe(false);
		}
		const { entries } = await get<AuditPage>("/api/audit");
		expect(entries[0]).toMatchObject({ action: "mailbox.changed", actorId: "owner", from: null });
		expect(JSON.stringify(entries)).not.toContain(MAIL_PASSWORD);
		const stripped = { ...server.settings().incoming, security: "starttls" as const };
		const unsaid = (await post("/api/mail/test", server.settings({ incoming: stripped }))).body as MailTest;
		expect(unsaid.incoming.error).not.toBeNull();
		expect(JSON.stringify(unsaid.incoming.lines)).not.toMatch(/AUTHENTICATE|LOGIN "/);
		const unsafe = { ...incoming, host: "mail.example.org" };
		const refused = await desk.ask("/api/mail", {
			method: "PUT",
			body: server.settings({ incoming: unsafe }),
		});
		expect(refused).toMatchObject({
			status: 422,
			body: { error: { code: "insecure", path: "incoming.security" } },
		});
	});

	it("bounds what comes: files, length and depth", async () => {
		await setMailbox();
		const part = (index: number) => [
			"--b",
			`Content-Disposition: attachment; filename="note ${index}.txt"`,
			"Content-Type: text/plain",
			"",
			`file ${index}`,
		];
		const body = ["--b", "Content-Type: text/plain", "", "long line ".repeat(4_000)];
		const files = Array.from({ length: 11 }, (_, index) => part(index)).flat();
		const evil = ["--b", 'Content-Disposition: attachment; filename="run.exe"', "", "MZ"];
		const type = 'Content-Type: multipart/mixed; boundary="b"';
		const head = [`From: ${CARA}`, `To: ${DESK}`, "MIME-Version: 1.0", type];
		await server.send(CARA, DESK, [
			...head,
			"Subject: Much",
			"Message-ID: <a@b>",
			"",
			...body,
			...evil,
			...files,
			"--b--",
		]);
		const { id } = await firstTicket();
		const attached = (await history(id))
			.flatMap(({ attachments }) => attachments ?? [])
			.map(({ name }) => name);
		expect(attached).toContain("message.txt");
		expect(attached).toContain("note 0.txt");
		expect(attached).toHaveLength(9);
		const { description } = await desk.readTicket(id);
		expect(description).toContain("too many");
		expect(description).toContain(".exe");

		const deep = Array.from({ length: 60 }, (_, depth) => [
			`Content-Type: multipart/mixed; boundary="n${depth}"`,
			"",
			`--n${depth}`,
		]).flat();
		await server.send(CARA, DESK, [`From: ${CARA}`, `To: ${DESK}`, "Subject: Deep", ...deep, "", "x"]);
		expect(await firstUnmatched()).toMatchObject({ reason: "unreadable" });
	});
});
