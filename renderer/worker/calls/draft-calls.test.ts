import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeUuid, SESSION } from "../fixture.ts";
import { makeDesk, type OpenWindow, pass, untilQuiet, Workstation } from "../workstation.ts";

const NOTE = `ticket:${makeUuid(1)}:workNote`;
let station: Workstation;
let window: OpenWindow;

beforeEach(async () => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
	station = new Workstation(makeDesk(3));
	window = await station.open();
	await untilQuiet([window]);
});
afterEach(async () => {
	await window.engine.dispose();
	vi.useRealTimers();
});

async function choose(draftKey: string, name: string): Promise<void> {
	const chosen = await window.calls.chooseFile({ draftKey, name, blob: new Blob([name]) });
	if (!chosen.ok) throw new Error(chosen.error.message);
	await pass(10);
}

const type = (key: string, text: string) => window.calls.saveDraft({ key, text, known: null });

describe("the list of what was begun", () => {
	it("has texts with their files, and files without a text, the newest first; also after a restart", async () => {
		await type(NOTE, "See the pictures");
		await choose(NOTE, "one.txt");
		await choose(NOTE, "two.txt");
		await type("check:new:form", '{"name":"VPN"}');
		await pass(10);
		await choose("new:incident", "lonely.txt");
		await window.engine.dispose();
		window = await station.open();
		expect(await window.calls.listDrafts()).toMatchObject([
			{ key: "new:incident", text: "", fileNames: ["lonely.txt"], ticketNumber: null },
			{ key: "check:new:form", fileNames: [] },
			{
				key: NOTE,
				text: "See the pictures",
				fileNames: ["one.txt", "two.txt"],
				ticketNumber: "INC0000001",
			},
		]);
	});

	it("no longer has what went with an edit", async () => {
		await choose(NOTE, "one.txt");
		const attachmentIds = (await window.calls.listFiles(NOTE)).map(({ id }) => id);
		const note = { kind: "workNote", text: "Attached" } as const;
		expect((await window.calls.edit({ ticketId: makeUuid(1), set: {}, note, attachmentIds })).ok).toBe(true);
		expect(await window.calls.listDrafts()).toEqual([]);
	});

	it("gives back text and files of what was removed; what was not put back is forgotten a day later", async () => {
		await type(NOTE, "See the picture");
		await choose(NOTE, "one.txt");
		const removed = await window.calls.removeDraft(NOTE);
		expect(await window.calls.listDrafts()).toEqual([]);
		await window.calls.restoreDraft(removed);
		expect(await window.calls.listDrafts()).toMatchObject([
			{ text: "See the picture", fileNames: ["one.txt"] },
		]);
		await window.calls.removeDraft(NOTE);
		station.desk.goDown();
		vi.setSystemTime(Date.now() + 2 * 86_400_000);
		await window.model.generation?.chosenFiles.sweep();
		expect(await station.outbox.files.list("p1")).toEqual([]);
	});

	it("shows nobody another person’s files", async () => {
		await choose(NOTE, "one.txt");
		station.desk.session = { ...SESSION, person: { ...SESSION.person, id: "p2" } } as typeof SESSION;
		await window.calls.refreshSession();
		expect(await window.calls.listDrafts()).toEqual([]);
	});
});
