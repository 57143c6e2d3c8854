import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import { MAIL_LIMITS } from "../../../shared/mail/limits.ts";
import { mergePatch } from "../../../shared/ticket/merging.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { AttachmentFiles } from "../desk/attachments/attachment-files.ts";
import { Attachments } from "../desk/attachments/attachments.ts";
import { makeMailPort } from "../desk/mail-port.ts";
import { changing, makeDataDir, startTestDesk, type TestDesk } from "../fixture.ts";
import type { MailInTable } from "../store/mail-tables.ts";
import { toPersonRow } from "../store/rows.ts";
import { Incoming } from "./incoming.ts";
import { Placing } from "./placing.ts";
import { RawMessages } from "./raw-messages.ts";

/** A mailbox that is never connected: what it would have brought is handed over here. */
const MAILBOX = {
	isEnabled: false,
	address: "desk@example.org",
	name: "Service desk",
	folder: "INBOX",
	opensIncidents: true,
	incoming: { host: "127.0.0.1", port: 9, security: "none", user: "desk" },
	outgoing: { host: "127.0.0.1", port: 9, security: "none", user: "desk" },
};

let dataDir: string;
let desk: TestDesk;
let placing: Placing;
let incoming: Incoming;

async function start(): Promise<void> {
	desk = await startTestDesk({ dataDir });
	const { store } = desk.background;
	const now = Date.now;
	const files = new AttachmentFiles(join(dataDir, "attachments"));
	const port = makeMailPort({ store, attachments: new Attachments({ store, files, now }), files, now });
	const raws = new RawMessages(join(dataDir, "mail"));
	placing = new Placing({ store, port, raws, now });
	incoming = new Incoming({ store, raws, placing, onFailure: (error) => expect.fail(String(error)) });
}

beforeEach(async () => {
	dataDir = makeDataDir();
	await start();
	const facts = { phone: null, location: null, department: null, isVip: false, teamIds: [], isActive: true };
	const cara = { id: "cara", name: "Cara", email: "cara@example.org", roles: ["caller" as const], ...facts };
	await desk.background.store.write(({ tx }) => tx.insertInto("person").values(toPersonRow(cara)).execute());
	expect((await desk.ask("/api/mail", { method: "PUT", body: MAILBOX })).status).toBe(200);
});
afterEach(async () => {
	await desk.close();
	rmSync(dataDir, { recursive: true, force: true });
});

const keep = (subject: string, id: string, over: { from?: string; headers?: readonly string[] } = {}) => {
	const head = [`From: ${over.from ?? "cara@example.org"}`, `Subject: ${subject}`, `Message-ID: ${id}`];
	const raw = Buffer.from([...head, ...(over.headers ?? []), "", `About ${subject}.`].join("\r\n"));
	return incoming.keep({ raw, sizeBytes: raw.length, receivedAt: Date.now(), place: null });
};
const rows = (): Promise<MailInTable[]> =>
	desk.background.store.reader.selectFrom("mail_in").selectAll().orderBy("id").execute();
const tickets = async () => ((await desk.ask("/api/tickets")).body as { tickets: Ticket[] }).tickets;
const historyOf = async (key: string) =>
	((await desk.ask(`/api/tickets/${key}`)).body as { history: HistoryEntry[] }).history;

describe("a message that is taken", () => {
	it("is placed at the next start where the desk ended before it was, and never twice", async () => {
		await keep("Lamp", "<lamp@pc>");
		expect(await tickets()).toEqual([]);
		await desk.close();
		await start();
		const [lamp] = await tickets();
		expect(lamp).toMatchObject({ shortDescription: "Lamp", callerId: "cara" });
		// The mailbox was not told before the desk ended, and brings it again.
		await keep("Lamp", "<lamp@pc>");
		await incoming.placeAll();
		expect(await tickets()).toHaveLength(1);
		expect(await rows()).toMatchObject([{ state: "placed", ticket_id: lamp?.id }]);
	});

	it("is one comment or note where the desk ended between the ticket and its own books", async () => {
		await keep("Lamp", "<lamp@pc>");
		await incoming.placeAll();
		const [lamp] = await tickets();
		const number = lamp?.number ?? "";
		await keep(`Re: ${number}`, "<answer@pc>");
		await keep(`Away: ${number}`, "<away@pc>", { headers: ["Auto-Submitted: auto-replied"] });
		const fresh = (await rows()).filter(({ state }) => state === "new");
		expect(fresh).toHaveLength(2);
		const raws = new RawMessages(join(dataDir, "mail"));
		const kept = await Promise.all(fresh.map(async ({ id }) => ({ id, raw: await raws.read(id) })));
		for (const row of fresh) await placing.place(row);
		// As if the desk had ended before it could note that they are placed.
		for (const { id, raw } of kept) await raws.keep(id, raw ?? Buffer.alloc(0));
		const ids = fresh.map(({ id }) => id);
		await desk.background.store.write(({ tx }) =>
			tx.updateTable("mail_in").set({ state: "new" }).where("id", "in", ids).execute(),
		);
		await incoming.placeAll();
		const notes = (await historyOf(number)).flatMap(({ note }) => (note ? [note.kind] : []));
		expect(notes).toEqual(["comment", "workNote"]);
	});

	it("about a merged ticket is read on the one that stands for it, by thread and by number", async () => {
		await keep("Lamp", "<lamp@pc>");
		await keep("Light", "<light@pc>");
		await incoming.placeAll();
		const [lamp, light] = (await tickets()).toSorted((one, other) => one.number.localeCompare(other.number));
		if (!lamp || !light) throw new Error("two incidents were opened");
		const made = changing(light, mergePatch(lamp)) as ReturnType<typeof changing> & { base: object };
		await desk.send({ ...made, base: { ...made.base, $duplicateOf: null } });
		await keep("Re: Light", "<more@pc>", { headers: ["In-Reply-To: <light@pc>"] });
		await keep(`Again: ${light.number}`, "<again@pc>");
		await incoming.placeAll();
		const texts = (await historyOf(lamp.number)).flatMap(({ note }) =>
			note?.kind === "comment" ? [note.text] : [],
		);
		expect(texts).toEqual(["About Re: Light.", `About Again: ${light.number}.`]);
		expect((await tickets()).length).toBe(2);
	});

	it("is not guessed at where its bytes are lost, but waits with the words that are left", async () => {
		await keep("Lamp", "<lamp@pc>");
		rmSync(join(dataDir, "mail"), { recursive: true });
		await incoming.placeAll();
		expect(await rows()).toMatchObject([{ state: "unmatched", reason: "unreadable", body: "About Lamp." }]);
	});

	it("of the desk itself opens nothing", async () => {
		await keep("Lamp", "<any@pc>", { from: "Desk@Example.org" });
		await keep("Lamp", "<deskwatch.1@example.org>");
		await incoming.placeAll();
		expect((await rows()).map(({ state, reason }) => [state, reason])).toEqual([
			["unmatched", "loop"],
			["unmatched", "loop"],
		]);
		expect(await tickets()).toEqual([]);
	});

	it("is one too many where its sender writes without end", async () => {
		for (let index = 0; index <= MAIL_LIMITS.perSenderAndHour; index += 1)
			await keep(`Lamp ${index}`, `<${index}@pc>`);
		await incoming.placeAll();
		const waiting = (await rows()).filter(({ state }) => state === "unmatched");
		expect(waiting).toMatchObject([{ reason: "flood" }]);
		expect(await tickets()).toHaveLength(MAIL_LIMITS.perSenderAndHour);
	});

	it("waits, with its words and the ticket it names, where its sender works here no more", async () => {
		await keep("Lamp", "<lamp@pc>");
		await incoming.placeAll();
		const [lamp] = await tickets();
		await desk.background.store.write(({ tx }) =>
			tx.updateTable("person").set({ is_active: 0 }).where("id", "=", "cara").execute(),
		);
		await keep(`Re: ${lamp?.number}`, "<answer@pc>");
		await incoming.placeAll();
		expect((await rows()).at(-1)).toMatchObject({
			reason: "unknown-sender",
			ticket_id: lamp?.id,
			body: `About Re: ${lamp?.number}.`,
		});
	});
});
