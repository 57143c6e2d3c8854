import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HistoryEntry } from "../../../../shared/api/tickets.ts";
import type { Ticket } from "../../../../shared/ticket/ticket.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../../fixture.ts";
import { makeId } from "../../store/crypto.ts";
import { act } from "./react.ts";

const SOLVED = { state: 6, closeCode: "Solved (Permanently)", closeNotes: "A new cable." };

let desk: TestDesk;
beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

async function open(over: object = {}): Promise<string> {
	const set = { shortDescription: "VPN is down", callerId: "owner", teamId: "network", ...over };
	const intent = opening({ set });
	expect(await desk.send(intent)).toMatchObject([{ status: "applied" }]);
	return intent.ticketId;
}

async function change(ticketId: string, set: Partial<Ticket>, over: Record<string, unknown> = {}) {
	const seen = await desk.readTicket(ticketId);
	const declared = Object.keys(set).filter((field) => field.startsWith("$") || field === "parentId");
	const base = Object.fromEntries(declared.map((field) => [field, seen[field as keyof Ticket] ?? null]));
	const intent = changing(seen, set, over) as { base?: object };
	const [result] = await desk.send({ ...intent, base: { ...intent.base, ...base } });
	return result;
}

const comment = (text: string) => ({ note: { kind: "comment", text } });
const workNote = (text: string) => ({ note: { kind: "workNote", text } });

async function historyOf(ticketId: string): Promise<readonly HistoryEntry[]> {
	return ((await desk.ask(`/api/tickets/${ticketId}`)).body as { history: HistoryEntry[] }).history;
}

/** What rules try by themselves. */
async function byRule(ticketId: string, set: Partial<Ticket>): Promise<void> {
	const { store } = desk.background;
	await store.write((scope) =>
		act({ ...scope, events: store.events }, Date.now(), async (rules) => {
			await rules.change("a-rule", ticketId, set);
		}),
	);
}

describe("an answer of the caller", () => {
	const hold = { state: 3, holdReason: 1, followUpAt: 9e12 };

	it("takes what waits for it to In Progress, by the rule's name, without a hold reason", async () => {
		const ticketId = await open();
		await change(ticketId, hold, comment("Which site?"));
		expect((await desk.readTicket(ticketId)).state).toBe(3);
		await change(ticketId, {}, comment("The second."));
		expect(await desk.readTicket(ticketId)).toMatchObject({ state: 2, holdReason: null, followUpAt: null });
		expect((await historyOf(ticketId)).at(-1)?.actor).toEqual({ kind: "rule", id: "caller-answered" });
	});

	it("leaves alone what waits for somebody else, a work note, and what another person writes", async () => {
		const vendor = await open();
		await change(vendor, { ...hold, holdReason: 4 }, comment("We wait for the supplier."));
		await change(vendor, {}, comment("Any news?"));
		const noted = await open();
		await change(noted, hold, comment("Which site?"));
		await change(noted, {}, workNote("Called, no answer."));
		const others = await open({ callerId: "ben" });
		await change(others, hold, comment("Which site?"));
		await change(others, {}, comment("I ask again."));
		for (const ticketId of [vendor, noted, others]) expect((await desk.readTicket(ticketId)).state).toBe(3);
	});

	it("is told to colleagues where nobody has the incident", async () => {
		const ticketId = await open({ teamId: null });
		await change(ticketId, hold, comment("Which site?"));
		await change(ticketId, {}, comment("The second."));
		expect((await desk.readTicket(ticketId)).state).toBe(3);
		expect((await historyOf(ticketId)).at(-1)?.note?.text).toContain("nobody has this incident");
	});

	it("is kept on a resolved incident, which stays resolved", async () => {
		const ticketId = await open();
		await change(ticketId, SOLVED);
		await change(ticketId, {}, comment("Thank you!"));
		expect(await desk.readTicket(ticketId)).toMatchObject({ state: 6, reopenCount: 0 });
		expect((await historyOf(ticketId)).at(-1)?.note?.text).toBe("Thank you!");
	});

	it("makes a new incident of a closed one, and each names the other", async () => {
		const ticketId = await open({ impact: 1 });
		await change(ticketId, SOLVED);
		await byRule(ticketId, { state: 7 });
		const closed = await desk.readTicket(ticketId);
		await change(ticketId, {}, comment("It is back."));
		expect((await desk.readTicket(ticketId)).state).toBe(7);
		const said = (await historyOf(ticketId)).at(-1)?.note?.text ?? "";
		const opened = await desk.readTicket(/INC\d+/.exec(said)?.[0] ?? "");
		expect(opened).toMatchObject({ state: 1, callerId: "owner", impact: 1, shortDescription: "VPN is down" });
		expect(opened.description).toBe(`It is back.\n\nFollows ${closed.number}, which is closed.`);
	});
});

describe("a reopened incident", () => {
	it("counts it, and keeps the old code and notes in its history", async () => {
		const ticketId = await open();
		await change(ticketId, SOLVED);
		await change(ticketId, { state: 2 });
		expect(await desk.readTicket(ticketId)).toMatchObject({
			reopenCount: 1,
			closeCode: null,
			closeNotes: null,
		});
		const last = (await historyOf(ticketId)).at(-1);
		expect(last).toMatchObject({
			actor: { kind: "person", id: "owner" },
			changes: { reopenCount: { from: 0, to: 1 }, closeNotes: { from: "A new cable.", to: null } },
		});
	});
});

describe("a parent with children", () => {
	it("resolves with it those that are open, with its code and notes, and touches no other", async () => {
		const parent = await open();
		const [first, held, done, major, grandchild] = await Promise.all([
			open(),
			open(),
			open(),
			open(),
			open(),
		]);
		for (const child of [first, held, done, major]) await change(child, { parentId: parent });
		await change(grandchild, { parentId: first });
		await change(held, { state: 3, holdReason: 4, followUpAt: 9e12 });
		await change(done, { ...SOLVED, closeCode: "Duplicate", closeNotes: "Before." });
		await change(major, { $majorState: 1, $businessImpact: "All of it." });
		await change(major, { $majorState: 2 }, workNote("Yes."));
		const before = await desk.readTicket(done);
		expect(await change(parent, { ...SOLVED, $resolvesChildren: 1 })).toMatchObject({ status: "applied" });
		const solved = { state: 6, closeCode: "Solved (Permanently)", closeNotes: "A new cable." };
		for (const child of [first, held]) expect(await desk.readTicket(child)).toMatchObject(solved);
		expect(await desk.readTicket(done)).toEqual(before);
		expect([(await desk.readTicket(major)).state, (await desk.readTicket(grandchild)).state]).toEqual([1, 1]);
		expect((await historyOf(first)).at(-1)).toMatchObject({
			actor: { kind: "rule", id: "resolved-with-parent" },
			note: { kind: "workNote" },
		});
	});

	it("resolves alone where nobody asked for more", async () => {
		const [parent, child] = [await open(), await open()];
		await change(child, { parentId: parent });
		await change(parent, SOLVED);
		expect((await desk.readTicket(child)).state).toBe(1);
	});

	it("is never its own descendant, nor of another kind, nor missing", async () => {
		const [one, two, three] = [await open(), await open(), await open()];
		await change(two, { parentId: one });
		await change(three, { parentId: two });
		const code = async (ticketId: string, parentId: string) =>
			(await change(ticketId, { parentId })) as { readonly reason?: { readonly code: string } };
		expect((await code(one, three)).reason?.code).toBe("reference_not_allowed");
		expect((await code(one, one)).reason?.code).toBe("reference_not_allowed");
		expect((await code(one, makeId())).reason?.code).toBe("no_such_reference");
		const problem = opening({ kind: "problem", set: { shortDescription: "Cause" } });
		await desk.send(problem);
		expect((await code(one, problem.ticketId)).reason?.code).toBe("reference_not_allowed");
	});

	it("is canceled as the duplicate of another that is there, not of itself", async () => {
		const [one, two] = [await open(), await open()];
		expect(await change(one, { state: 8, $duplicateOf: one })).toMatchObject({ status: "rejected" });
		expect(await change(one, { state: 8, $duplicateOf: two })).toMatchObject({ status: "applied" });
	});
});

describe("a major incident", () => {
	async function accepted(): Promise<string> {
		const ticketId = await open({ assigneeId: "ben" });
		await change(ticketId, { $majorState: 1, $businessImpact: "Nobody can pay." });
		expect(await change(ticketId, { $majorState: 2 }, workNote("Whole company."))).toMatchObject({
			status: "applied",
		});
		return ticketId;
	}

	it("needs work notes and business impact, and goes to who accepts it", async () => {
		const ticketId = await open({ assigneeId: "ben" });
		expect(await change(ticketId, { $majorState: 2 }, workNote("x"))).toMatchObject({
			reason: { code: "step_not_allowed" },
		});
		await change(ticketId, { $majorState: 1 });
		expect(await change(ticketId, { $majorState: 2 }, workNote("x"))).toMatchObject({
			reason: { code: "field_required", path: "$businessImpact" },
		});
		expect(await change(ticketId, { $majorState: 2, $businessImpact: "All." })).toMatchObject({
			reason: { code: "note_required" },
		});
		await change(ticketId, { $majorState: 2, $businessImpact: "All." }, workNote("Yes."));
		expect(await desk.readTicket(ticketId)).toMatchObject({ $majorState: 2, assigneeId: "owner" });
	});

	it("is not resolved, closed or cascaded by a rule", async () => {
		const ticketId = await accepted();
		await byRule(ticketId, SOLVED);
		expect((await desk.readTicket(ticketId)).state).toBe(1);
		expect(await change(ticketId, SOLVED)).toMatchObject({ status: "applied" });
		await byRule(ticketId, { state: 7 });
		expect((await desk.readTicket(ticketId)).state).toBe(6);
	});

	it("is closed by a review only", async () => {
		const ticketId = await accepted();
		await change(ticketId, SOLVED);
		expect(await change(ticketId, { state: 7 })).toMatchObject({ reason: { path: "$reviewNotes" } });
		expect(await change(ticketId, { state: 7, $reviewNotes: "Second line was late." })).toMatchObject({
			status: "applied",
		});
		expect((await desk.readTicket(ticketId)).state).toBe(7);
	});

	it("is rejected with a reason, and may be proposed again", async () => {
		const ticketId = await open();
		await change(ticketId, { $majorState: 1 });
		expect(await change(ticketId, { $majorState: 3 })).toMatchObject({ reason: { code: "note_required" } });
		expect(await change(ticketId, { $majorState: 3 }, workNote("One desk only."))).toMatchObject({
			status: "applied",
		});
		expect(await change(ticketId, { $majorState: 1 })).toMatchObject({ status: "applied" });
	});
});
