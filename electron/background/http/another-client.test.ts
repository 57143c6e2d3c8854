import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addStaff, makeDataDir, startTestDesk, type TestDesk } from "../fixture.ts";
import { makeId, makeRandomId } from "../store/crypto.ts";
import { SETTING } from "../store/settings.ts";

/** A record of the desk as it came: nothing here knows more of it than `docs/sync.md` says. */
type Row = Readonly<Record<string, unknown>> & { readonly revision?: number };
type Body = Readonly<Record<string, unknown>>;

interface Edit {
	readonly intent: Readonly<Record<string, unknown>> & { readonly id: string; readonly ticketId: string };
	state: "pending" | "applied" | "needs-you";
	epoch: string | null;
	reason: string | null;
}

/**
 * A console that was written from "Another client" of `docs/sync.md` alone: what that page says must be
 * enough. It keeps everything in memory, and its network may fail.
 */
class AnotherClient {
	readonly rows = new Map<string, Row>();
	readonly edits: Edit[] = [];
	cursor = 0;
	epoch = "";
	/** How many answers will get lost after the desk has acted. */
	answersToLose = 0;
	readonly #deviceId = makeRandomId();
	readonly #fence = 1;
	#counter = 0;
	#personId = "";
	readonly #url: () => string;

	constructor(url: () => string) {
		this.#url = url;
	}

	async begin(): Promise<void> {
		const { body } = await this.#ask("/api/session");
		this.#personId = String((body.person as Body | null)?.id ?? "");
		if (this.epoch !== body.epoch) this.#startOver(String(body.epoch));
	}

	/** Pages until there are no more; each is applied as a whole, with the cursor. */
	async catchUp(): Promise<void> {
		for (let hasMore = true; hasMore; ) {
			const query = `since=${this.cursor}&epoch=${this.epoch}&limit=3`;
			const { status, body } = await this.#ask(`/api/changes?${query}`);
			if (status === 409) {
				this.#startOver("");
				await this.begin();
				continue;
			}
			for (const change of body.changes as readonly (Row & {
				kind: string;
				id: string;
				deleted?: true;
				row?: Row;
			})[])
				this.#apply(`${change.kind} ${change.id}`, change.deleted ? null : (change.row ?? null));
			this.cursor = Math.max(this.cursor, Number(body.next));
			hasMore = Boolean(body.hasMore);
		}
	}

	ticket(id: string): Row {
		const row = this.rows.get(`ticket ${id}`);
		if (!row) throw new Error(`no ticket ${id}`);
		return row;
	}

	edit(ticketId: string, set: Readonly<Record<string, unknown>>, groups: readonly string[]): Edit {
		const seen = this.ticket(ticketId);
		const base = Object.fromEntries(groups.map((field) => [field, seen[field]]));
		return this.#queue({ type: "change", ticketId, baseRevision: seen.revision, base, set });
	}

	/** Everything pending, in order, again and again until the desk has answered. */
	async send(): Promise<void> {
		for (let tries = 0; tries < 10; tries += 1) {
			const batch = this.edits.filter(({ state }) => state === "pending");
			if (batch.length === 0) return;
			const intents = batch.map(({ intent }) => intent);
			const envelope = {
				deviceId: this.#deviceId,
				fence: this.#fence,
				personId: this.#personId,
				epoch: this.epoch,
			};
			const answer = await this.#ask("/api/intents", { ...envelope, intents }).catch(() => null);
			if (answer === null) continue;
			if (answer.status === 409 && (answer.body.error as Body).code === "epoch_changed") {
				await this.begin();
				continue;
			}
			expect(answer.status).toBe(200);
			for (const result of answer.body.results as readonly Body[])
				this.#take(result, String(answer.body.epoch));
		}
		throw new Error("the desk never answered");
	}

	#take(result: Body, epoch: string): void {
		const edit = this.edits.find(({ intent }) => intent.id === result.id);
		if (!edit) throw new Error("an answer for something that was not sent");
		const isTaken = result.status === "applied" || result.status === "merged";
		edit.state = isTaken ? "applied" : "needs-you";
		edit.epoch = isTaken ? epoch : null;
		edit.reason = isTaken ? null : String((result.reason as Body | undefined)?.code ?? result.status);
	}

	#apply(key: string, row: Row | null): void {
		if (row === null) this.rows.delete(key);
		else if ((this.rows.get(key)?.revision ?? 0) <= (row.revision ?? 0)) this.rows.set(key, row);
	}

	/** Another past: the base goes, the edits stay, and what had been applied is offered again under its id. */
	#startOver(epoch: string): void {
		this.rows.clear();
		this.cursor = 0;
		this.epoch = epoch;
		for (const edit of this.edits)
			if (edit.state === "applied" && edit.epoch !== epoch) edit.state = "pending";
	}

	#queue(rest: Readonly<Record<string, unknown>> & { readonly ticketId: string }): Edit {
		this.#counter += 1;
		const common = { v: 1, id: makeId(), occurredAt: Date.now(), counter: this.#counter };
		const edit: Edit = { intent: { ...common, ...rest }, state: "pending", epoch: null, reason: null };
		this.edits.push(edit);
		return edit;
	}

	open(set: Readonly<Record<string, unknown>>): Edit {
		return this.#queue({ type: "create", ticketId: makeId(), kind: "incident", set });
	}

	async #ask(path: string, body?: unknown): Promise<{ readonly status: number; readonly body: Body }> {
		const init = {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(body),
		};
		const response = await fetch(this.#url() + path, body === undefined ? {} : init);
		const answer = (await response.json()) as Body;
		if (body !== undefined && this.answersToLose > 0) {
			this.answersToLose -= 1;
			throw new TypeError("the answer was lost");
		}
		return { status: response.status, body: answer };
	}
}

let desk: TestDesk;
beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

async function connected(): Promise<AnotherClient> {
	const client = new AnotherClient(() => desk.background.url);
	await client.begin();
	await client.catchUp();
	return client;
}

describe("a client that was written from the page on synchronisation", () => {
	it("has what the desk has, page by page, and stays up to date with what is deleted", async () => {
		const client = await connected();
		const edit = client.open({ shortDescription: "VPN is down", callerId: "ada" });
		await client.send();
		await client.catchUp();
		expect(client.ticket(edit.intent.ticketId)).toEqual(await desk.readTicket(edit.intent.ticketId));
		expect([...client.rows.keys()]).toEqual(expect.arrayContaining(["team network", "person ada"]));
		await desk.background.store.write(async ({ logChange }) => logChange("team", "network", true));
		await client.catchUp();
		expect(client.rows.has("team network")).toBe(false);
	});

	it("sends again what was not answered, and it is there once", async () => {
		const client = await connected();
		const opened = client.open({ shortDescription: "Printer", callerId: "ada" });
		await client.send();
		await client.catchUp();
		client.edit(opened.intent.ticketId, { impact: 1 }, ["impact", "urgency"]);
		client.edit(opened.intent.ticketId, { shortDescription: "Printer on floor 3" }, ["shortDescription"]);
		client.answersToLose = 2;
		await client.send();
		await client.catchUp();
		expect(client.ticket(opened.intent.ticketId)).toMatchObject({
			impact: 1,
			shortDescription: "Printer on floor 3",
			revision: 3,
		});
	});

	it("is told of both sides where two changed the same, and of the rule that refuses", async () => {
		const [mine, theirs] = [await connected(), await connected()];
		const opened = mine.open({ shortDescription: "Mail", callerId: "ada" });
		await mine.send();
		await mine.catchUp();
		await theirs.catchUp();
		const { ticketId } = opened.intent;
		theirs.edit(ticketId, { impact: 1 }, ["impact", "urgency"]);
		await theirs.send();
		const disputed = mine.edit(ticketId, { urgency: 1 }, ["impact", "urgency"]);
		const other = mine.edit(ticketId, { state: 6 }, [
			"state",
			"holdReason",
			"followUpAt",
			"closeCode",
			"closeNotes",
		]);
		await mine.send();
		expect(disputed).toMatchObject({ state: "needs-you", reason: "conflict" });
		expect(other).toMatchObject({ state: "needs-you", reason: "earlier_not_applied" });
	});

	it("begins anew under another epoch and brings back what the desk lost, under the same ids", async () => {
		await desk.close();
		const dataDir = makeDataDir();
		desk = await startTestDesk({ dataDir });
		await addStaff(desk);
		const client = await connected();
		const opened = client.open({ shortDescription: "Disk", callerId: "ada" });
		await client.send();
		// As after a backup is put back: the ticket is gone, and the past has another name.
		await desk.background.store.write(async ({ tx, logChange }) => {
			await tx.deleteFrom("history").execute();
			await tx.deleteFrom("intent").execute();
			await tx.deleteFrom("ticket").execute();
			logChange("ticket", opened.intent.ticketId, true);
		});
		await desk.background.store.writeSetting(SETTING.epoch, "after-the-backup");
		await desk.close();
		desk = await startTestDesk({ dataDir });
		await client.catchUp();
		await client.send();
		await client.catchUp();
		expect(client.epoch).toBe("after-the-backup");
		expect(client.ticket(opened.intent.ticketId)).toMatchObject({ shortDescription: "Disk", revision: 1 });
		rmSync(dataDir, { recursive: true });
	});
});
