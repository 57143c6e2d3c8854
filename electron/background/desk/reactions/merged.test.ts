import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HistoryEntry } from "../../../../shared/api/tickets.ts";
import { mergePatch } from "../../../../shared/ticket/merging.ts";
import type { Ticket } from "../../../../shared/ticket/ticket.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../../fixture.ts";
import { makeId } from "../../store/crypto.ts";

let desk: TestDesk;
beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

async function open(shortDescription: string): Promise<Ticket> {
	const intent = opening({ set: { shortDescription, callerId: "ada" } });
	expect(await desk.send(intent)).toMatchObject([{ status: "applied" }]);
	return desk.readTicket(intent.ticketId);
}

/** As the console sends it; answers the intent. */
async function merge(ticket: Ticket, into: Ticket): Promise<{ readonly id: string }> {
	const made = changing(ticket, mergePatch(into), { batchId: makeId() }) as {
		id: string;
		ticketId: string;
		base?: object;
	};
	const intent = { ...made, base: { ...made.base, $duplicateOf: null } };
	expect(await desk.send(intent)).toMatchObject([{ status: "applied" }]);
	return intent;
}

/** Takes an edit back to how the ticket was before. */
async function takeBack(before: Ticket, undoes: string, over: object = {}) {
	const now = await desk.readTicket(before.id);
	const { state, closeCode, closeNotes } = before;
	const set = { state, closeCode, closeNotes, $duplicateOf: null, ...over };
	const made = changing(now, set, { undoes }) as { id: string; ticketId: string; base?: object };
	return desk.send({ ...made, base: { ...made.base, $duplicateOf: now.$duplicateOf ?? null } });
}

async function notesOf(ticket: Ticket): Promise<readonly (string | undefined)[]> {
	const { body } = await desk.ask(`/api/tickets/${ticket.number}`);
	const { history } = body as { readonly history: readonly HistoryEntry[] };
	return history.filter(({ note }) => note).map(({ note }) => note?.text);
}

describe("merged incidents", () => {
	it("are resolved as duplicates, and the one that remains says which they are", async () => {
		const [first, second] = [await open("Printer jams"), await open("Paper jam")];
		await merge(second, first);
		expect(await desk.readTicket(second.id)).toMatchObject({
			state: 6,
			closeCode: "Duplicate",
			closeNotes: `Merged into ${first.number}.`,
			$duplicateOf: first.id,
		});
		expect(await notesOf(first)).toEqual([`${second.number} was merged into this one.`]);
	});

	it("are as they were when that is taken back, also where no move leads there", async () => {
		const [first, second] = [await open("Printer jams"), await open("Paper jam")];
		const intent = await merge(second, first);
		expect(await takeBack(second, intent.id)).toMatchObject([{ status: "applied" }]);
		const after = await desk.readTicket(second.id);
		expect(after).toMatchObject({ state: 1, closeCode: null, closeNotes: null, resolvedAt: null });
		expect(after.$duplicateOf).toBeUndefined();
		expect(await notesOf(first)).toEqual([
			`${second.number} was merged into this one.`,
			`${second.number} is a ticket of its own again.`,
		]);
	});

	it("are given no other state by who only says that it is an undo", async () => {
		const [first, second, other] = [await open("One"), await open("Two"), await open("Three")];
		const intent = await merge(second, first);
		const [refused] = await takeBack(second, intent.id, { state: 8 });
		expect(refused).toMatchObject({ status: "rejected", reason: { code: "move_not_allowed" } });
		const [foreign] = await takeBack(second, (await merge(other, first)).id);
		expect(foreign).toMatchObject({ status: "rejected", reason: { code: "move_not_allowed" } });
	});

	it("can’t lead round in a circle", async () => {
		const [first, second] = [await open("One"), await open("Two")];
		await merge(second, first);
		const made = changing(await desk.readTicket(first.id), mergePatch(second)) as {
			id: string;
			ticketId: string;
			base?: object;
		};
		const [refused] = await desk.send({ ...made, base: { ...made.base, $duplicateOf: null } });
		expect(refused).toMatchObject({ status: "rejected", reason: { code: "reference_not_allowed" } });
	});
});

describe("an incident that was split off", () => {
	it("is named in the history of the one that it came from, and names it", async () => {
		const from = await open("Printer jams, and the lamp is broken");
		const intent = opening({
			set: { shortDescription: "The lamp is broken", callerId: "ada", $splitFrom: from.id },
		});
		expect(await desk.send(intent)).toMatchObject([{ status: "applied" }]);
		const made = await desk.readTicket(intent.ticketId);
		expect(made.$splitFrom).toBe(from.id);
		expect(await notesOf(from)).toEqual([`${made.number} was split off this one: The lamp is broken`]);
		expect(await notesOf(made)).toEqual([]);
	});
});
