/**
 * What lies on a workstation's disk may have been written by any version that was ever released: each has a
 * golden file, which is never changed. A test that fails here because a writer changed asks for a new version,
 * a step from the one before (`shared/format.ts`) and a golden file beside the others.
 */
import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { Dexie, type Table } from "dexie";
import { afterEach, describe, expect, it } from "vitest";
import type { RecordFormat } from "../../../shared/format.ts";
import { ChosenFiles } from "../attachments/chosen-files.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { makeChangeEntry, makeCreateEntry } from "../outbox/make-entry.ts";
import { needsYou, takeResult } from "../outbox/take-result.ts";
import { openOutboxStore } from "./dexie-outbox-store.ts";
import type { ChosenFile } from "./file-store.ts";
import { makeMemoryOutboxStore } from "./memory-outbox-store.ts";
import { mergeDraft } from "./merge-draft.ts";
import type { OutboxEntry } from "./outbox-store.ts";
import { FILE_FORMAT, readChosenFile } from "./read-chosen-file.ts";
import { DRAFT_FORMAT, readDraft } from "./read-draft.ts";
import { ENTRY_FORMAT, readEntry } from "./read-entry.ts";

type Kind = "entries" | "drafts" | "files";

/** A golden file, one record a line. */
function readGolden(kind: Kind, version: number): string {
	return readFileSync(new URL(`./golden/${kind}.v${version}.jsonl`, import.meta.url), "utf8");
}

function recordsOf(kind: Kind, version: number): readonly Record<string, unknown>[] {
	return readGolden(kind, version)
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line));
}

function asLines(records: readonly unknown[]): string {
	return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

const versionsOf = ({ version }: RecordFormat) => Array.from({ length: version }, (_, index) => index + 1);

const FILE = { id: makeUuid(50), name: "rack.txt", mediaType: "text/plain", sizeBytes: 5 };
const DESK = { epoch: "e1", serverTime: 1_800_000_000_900 };

/** An entry in every standing, by the program's own writers. */
function writeEntries(): readonly OutboxEntry[] {
	const ticket = makeTicket(1);
	const making = (counter: number) => ({
		intentId: makeUuid(counter),
		personId: "p1",
		occurredAt: 1_800_000_000_000 + counter,
		numbers: { order: counter, provisional: counter },
	});
	const note = { kind: "workNote", text: "Second rack, third from the top" } as const;
	const set = { shortDescription: "VPN is slow", callerId: "c1", impact: 1, urgency: 2 } as const;
	const created = makeCreateEntry(
		makeUuid(9),
		{ kind: "incident", set, note },
		{ ...making(11), files: [FILE] },
	);
	const change = (counter: number) =>
		makeChangeEntry(
			{ shown: ticket, base: ticket },
			{ ticketId: ticket.id, set: { impact: 1 }, note },
			making(counter),
		);
	const applied = {
		status: "applied",
		revision: 2,
		number: "INC0000001",
		seq: 7,
		wroteNothing: false,
	} as const;
	const conflict = {
		status: "conflict" as const,
		revision: 3,
		fields: [{ field: "impact", base: 3, mine: 1, theirs: 2 }],
		byPersonId: "p2",
		at: 1_800_000_000_500,
	};
	return [
		created,
		change(12),
		needsYou(change(13), { code: "field_required", message: "Close code is needed.", path: "closeCode" }),
		takeResult(change(14), { id: makeUuid(14), ...conflict }, DESK),
		takeResult(change(15), { id: makeUuid(15), ...applied }, DESK),
		{ ...takeResult(change(16), { id: makeUuid(16), ...applied }, DESK), phase: "settled" },
	];
}

const NOTE_DRAFT = {
	personId: "p1",
	key: `ticket:${makeUuid(1)}:workNote`,
	text: "The cable under the floor",
	savedAt: 1_800_000_000_000,
};

/** A draft, and one beside it that another window wrote into the same field. */
function writeDrafts() {
	const first = mergeDraft(undefined, { ...NOTE_DRAFT, windowId: "w1", known: null });
	return mergeDraft(first.put[0], { ...NOTE_DRAFT, text: "Another", windowId: "w2", known: null }).put;
}

async function writeFiles(): Promise<readonly object[]> {
	const store = makeMemoryOutboxStore();
	let ids = 49;
	const chosen = new ChosenFiles({
		store,
		personId: "p1",
		maxBytes: () => 1_000,
		now: () => 1_800_000_000_000,
		makeId: () => {
			ids += 1;
			return makeUuid(ids);
		},
	});
	for (const text of ["third", "named"]) await chosen.choose("new:incident", FILE.name, new Blob([text]));
	await store.files.move([makeUuid(51)], null);
	const files = await store.files.list("p1");
	return Promise.all(files.map(async ({ blob, ...rest }) => ({ ...rest, blob: await blob.text() })));
}

const withBlob = (file: Record<string, unknown>) => ({ ...file, blob: new Blob([String(file.blob)]) });

describe("what this build writes is byte for byte the newest golden file", () => {
	it("of outbox entries", () => {
		expect(asLines(writeEntries())).toBe(readGolden("entries", ENTRY_FORMAT.version));
	});
	it("of drafts", () => {
		expect(asLines(writeDrafts())).toBe(readGolden("drafts", DRAFT_FORMAT.version));
	});
	it("of chosen files", async () => {
		expect(asLines(await writeFiles())).toBe(readGolden("files", FILE_FORMAT.version));
	});
});

describe("what any released version wrote is read as if this build had written it", () => {
	it.each(versionsOf(ENTRY_FORMAT))("entries of version %i", (version) => {
		expect(recordsOf("entries", version).map(readEntry)).toEqual(writeEntries());
	});

	it.each(versionsOf(DRAFT_FORMAT))("drafts of version %i", (version) => {
		const written = version === 1 ? [{ ...NOTE_DRAFT, windowId: "earlier" }] : writeDrafts();
		expect(recordsOf("drafts", version).map(readDraft)).toEqual(written);
	});

	it.each(versionsOf(FILE_FORMAT))("files of version %i", async (version) => {
		const files = recordsOf("files", version).map((file) => readChosenFile(withBlob(file)));
		const read = files.map(async (file) => ({ ...file, blob: await file?.blob.text() }));
		expect(await Promise.all(read)).toEqual(await writeFiles());
	});
});

describe("an outbox on a disk of another version", () => {
	afterEach(() => Dexie.delete("deskwatch-outbox"));

	/** Puts records past the program, as another version of it left them. */
	async function leave(kind: Kind, records: readonly object[]): Promise<void> {
		(await openOutboxStore()).close();
		const db = new Dexie("deskwatch-outbox");
		await db.open();
		const table: Table = db.table(kind);
		for (const record of records) await table.put(record);
		db.close();
	}

	it("is read whole where that was an older one, and goes on from it", async () => {
		await leave("entries", recordsOf("entries", 1));
		await leave("drafts", recordsOf("drafts", 1));
		await leave("files", recordsOf("files", 1).map(withBlob));
		const store = await openOutboxStore();
		expect(await store.list("p1", ["pending", "needs-you", "applied", "settled"])).toEqual(writeEntries());
		expect(await store.loadDraft("p1", NOTE_DRAFT.key)).toMatchObject({ text: NOTE_DRAFT.text });
		await store.saveDraft({ ...NOTE_DRAFT, text: "Another", windowId: "w2", known: null });
		expect((await store.listDrafts("p1")).map(({ text }) => text).sort()).toEqual([
			"Another",
			NOTE_DRAFT.text,
		]);
		expect((await store.files.ofDraft("p1", "new:incident")).map(({ name }) => name)).toEqual([FILE.name]);
		store.close();
	});

	it("keeps what a newer one wrote, untouched, until that is there again", async () => {
		const [entry] = writeEntries();
		if (!entry) throw new Error("nothing was written");
		const newer = [
			{ ...entry, format: ENTRY_FORMAT.version + 1 },
			{ ...entry, id: makeUuid(30), intent: { ...entry.intent, id: makeUuid(30), v: 99 } },
		];
		const draft = { ...NOTE_DRAFT, format: DRAFT_FORMAT.version + 1, paragraphs: ["Theirs"] };
		await leave("entries", newer);
		await leave("drafts", [draft]);
		await leave("files", [{ ...withBlob(recordsOf("files", 1)[0] ?? {}), format: FILE_FORMAT.version + 1 }]);
		const store = await openOutboxStore();
		expect(await store.list("p1", ["pending"])).toEqual([]);
		expect(await store.listUnreadable("p1")).toEqual(expect.arrayContaining(newer));
		await store.update([entry.id, makeUuid(30)], () => null);
		expect(await store.restore([entry])).toEqual([]);
		await store.saveDraft({ ...NOTE_DRAFT, text: "Mine", windowId: "w1", known: null });
		expect(await store.files.list("p1")).toEqual([]);
		store.close();

		const db = new Dexie("deskwatch-outbox");
		await db.open();
		expect(await db.table("entries").toArray()).toEqual(expect.arrayContaining(newer));
		expect(await db.table("drafts").toArray()).toContainEqual({ ...draft, key: `${draft.key}#newer` });
		expect((await db.table<ChosenFile>("files").toArray()).map(({ name }) => name)).toEqual([FILE.name]);
		db.close();
	});
});
