import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Answer, formatAnswers } from "../../../../shared/request/answers.ts";
import { type OfferInput, offerSchema } from "../../../../shared/request/offer.ts";
import type { TicketKind } from "../../../../shared/ticket/kinds.ts";
import { APPROVAL_STATE } from "../../../../shared/ticket/lifecycles/approval.ts";
import { REQUEST_STATE } from "../../../../shared/ticket/lifecycles/request.ts";
import type { Ticket } from "../../../../shared/ticket/ticket.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../../fixture.ts";
import { makeRandomId } from "../../store/crypto.ts";
import { fromTicketRow } from "../../store/rows.ts";
import { takeIntents } from "../intents.ts";

const { pending, open, closedComplete, closedIncomplete, closedSkipped } = REQUEST_STATE;
let desk: TestDesk;
beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

async function offer(over: Partial<OfferInput> = {}) {
	const body: OfferInput = {
		name: "Laptop",
		description: "",
		isActive: true,
		fields: [],
		stages: [],
		tasks: [
			{ shortDescription: "Order it", teamId: "servers" },
			{ shortDescription: "Hand it over", teamId: null },
		],
		...over,
	};
	const made = await desk.ask("/api/offers", { body });
	expect(made.status).toBe(201);
	return offerSchema.parse(made.body);
}
type Made = Awaited<ReturnType<typeof offer>>;

/** A request for ada with an item of each offer. */
async function ask(...offers: readonly Made[]): Promise<Ticket> {
	const request = opening({ kind: "request", set: { shortDescription: "Equipment", callerId: "ada" } });
	const items = offers.map(({ id, name }) =>
		opening({
			kind: "item",
			set: {
				shortDescription: name,
				callerId: "ada",
				parentId: request.ticketId,
				$offerId: id,
				$offer: name,
			},
		}),
	);
	for (const result of await desk.send(request, ...items))
		expect(result.status, JSON.stringify(result)).toBe("applied");
	return desk.readTicket(request.ticketId);
}

async function partsOf({ id }: Ticket, kind: TicketKind): Promise<readonly Ticket[]> {
	const { reader } = desk.background.store;
	const rows = await reader
		.selectFrom("ticket")
		.selectAll()
		.where("parent_id", "=", id)
		.where("kind", "=", kind)
		.orderBy("number")
		.execute();
	return rows.map(fromTicketRow);
}
const stateOf = async ({ id }: Ticket) => (await desk.readTicket(id)).state;

async function close(ticket: Ticket, state: number): Promise<void> {
	const [result] = await desk.send(changing(ticket, { state, closeNotes: "Done as asked." }));
	expect(result).toMatchObject({ status: "applied" });
}

describe("a request", () => {
	it.each([
		["Complete", [closedComplete, closedSkipped], closedComplete],
		["Incomplete", [closedComplete, closedIncomplete], closedIncomplete],
		["Skipped", [closedSkipped, closedSkipped], closedSkipped],
	] as const)("rolls up to %s from the tasks of its items", async (_, ends, expected) => {
		const request = await ask(await offer());
		const [item] = await partsOf(request, "item");
		if (!item) throw new Error("no item");
		expect([request.state, item.state]).toEqual([open, open]);
		const tasks = await partsOf(item, "task");
		expect(tasks).toMatchObject([
			{ shortDescription: "Order it", teamId: "servers", state: open },
			{ shortDescription: "Hand it over", teamId: null, state: open },
		]);
		for (const [index, task] of tasks.entries()) {
			expect(await stateOf(request)).toBe(open);
			await close(task, ends[index] ?? closedComplete);
		}
		expect([await stateOf(item), await stateOf(request)]).toEqual([expected, expected]);
	});

	it("waits for all of its items, and is Incomplete where one is", async () => {
		const request = await ask(await offer({ tasks: [] }), await offer({ name: "Chair", tasks: [] }));
		const items = await partsOf(request, "item");
		const tasks = (await Promise.all(items.map((item) => partsOf(item, "task")))).flat();
		expect(tasks.map(({ shortDescription }) => shortDescription)).toEqual(["Laptop", "Chair"]);
		const [first, second] = tasks;
		if (!first || !second) throw new Error("no tasks");
		await close(first, closedComplete);
		expect(await stateOf(request)).toBe(open);
		await close(second, closedIncomplete);
		expect(await desk.readTicket(request.id)).toMatchObject({
			state: closedIncomplete,
			closeNotes: "Its items: 1 complete, 1 incomplete.",
		});
	});

	it("is Pending until an item is approved; a rejected item is Incomplete with the reason", async () => {
		const stages = [
			{ name: "Lead", rule: "all" as const, approvers: [{ kind: "person" as const, personId: "ben" }] },
		];
		const request = await ask(await offer({ stages }), await offer({ name: "Chair", stages }));
		expect(await stateOf(request)).toBe(pending);
		const [laptop, chair] = await partsOf(request, "item");
		if (!laptop || !chair) throw new Error("no items");
		const decide = async (item: Ticket, set: Partial<Ticket>) => {
			const [approval] = await partsOf(item, "approval");
			const batch = {
				deviceId: makeRandomId(),
				fence: 1,
				intents: [changing(approval as Ticket, set)],
			};
			const { store } = desk.background;
			await takeIntents(batch, { store, personId: "ben", roles: ["approver"], now: Date.now() });
		};
		await decide(laptop, { state: APPROVAL_STATE.rejected, $reason: "Yours is new." });
		expect(await desk.readTicket(laptop.id)).toMatchObject({
			state: closedIncomplete,
			closeNotes: "Not approved: Yours is new.",
		});
		expect(await stateOf(request)).toBe(pending);
		await decide(chair, { state: APPROVAL_STATE.approved });
		expect([await stateOf(chair), await stateOf(request)]).toEqual([open, open]);
	});

	it("takes along what is not closed when it is canceled, and what was asked", async () => {
		const stages = [{ name: "Lead", rule: "all" as const, approvers: [{ kind: "callersLead" as const }] }];
		const request = await ask(await offer(), await offer({ name: "Chair", stages }));
		const [laptop, chair] = await partsOf(request, "item");
		if (!laptop || !chair) throw new Error("no items");
		// Nobody leads ada's team, so the desk's admin is asked.
		expect(await partsOf(chair, "approval")).toMatchObject([
			{ assigneeId: "owner", state: APPROVAL_STATE.requested },
		]);
		await close(request, closedIncomplete);
		expect([await stateOf(laptop), await stateOf(chair)]).toEqual([closedIncomplete, closedIncomplete]);
		const tasks = await partsOf(laptop, "task");
		expect(tasks.map(({ state }) => state)).toEqual([closedIncomplete, closedIncomplete]);
		expect(await partsOf(chair, "approval")).toMatchObject([{ state: APPROVAL_STATE.canceled }]);
	});

	it("with items is neither opened nor closed Complete by hand; without, it is as ever", async () => {
		const withItems = await ask(await offer());
		const [refused] = await desk.send(changing(withItems, { state: closedComplete, closeNotes: "x" }));
		expect(refused).toMatchObject({ reason: { code: "move_not_allowed" } });
		const [item] = await partsOf(withItems, "item");
		const [alsoRefused] = await desk.send(
			changing(item as Ticket, { state: closedSkipped, closeNotes: "x" }),
		);
		expect(alsoRefused).toMatchObject({ reason: { code: "move_not_allowed" } });
		const without = await ask();
		expect(without.state).toBe(pending);
		await desk.send(changing(without, { state: open }));
		await close(await desk.readTicket(without.id), closedComplete);
	});
});

describe("an item", () => {
	it("keeps what it was asked with; a wrong answer is refused, and so is another offer", async () => {
		const size = {
			key: "size",
			label: "Size",
			type: "choice",
			isRequired: true,
			choices: ["S", "M"],
		} as const;
		const made = await offer({ fields: [{ ...size, choices: [...size.choices] }] });
		const request = await ask();
		const asking = (value: Answer["value"]) => {
			const $asked = formatAnswers([{ ...size, choices: [...size.choices], value }]);
			const set = { shortDescription: "Shirt", callerId: "ada", parentId: request.id };
			return opening({ kind: "item", set: { ...set, $offerId: made.id, $offer: made.name, $asked } });
		};
		const [taken, missing, wrong] = await desk.send(asking("M"), asking(null), asking("XL"));
		expect(taken).toMatchObject({ status: "applied" });
		expect([missing, wrong]).toMatchObject(
			Array(2).fill({ reason: { code: "value_not_allowed", path: "$asked" } }),
		);
		const [item] = await partsOf(request, "item");
		const moved = await desk.send(changing(item as Ticket, { $offerId: "other" }));
		expect(moved).toMatchObject([{ reason: { code: "field_locked" } }]);
	});

	it("asks for what its offer asks, as it is or as it was, and for nothing else, then or later", async () => {
		const size = { key: "size", label: "Size", type: "text" as const, isRequired: true, choices: [] };
		const { id, version, ...made } = await offer({ name: "Shirt", fields: [size] });
		const request = await ask();
		const asking = (answers: readonly Answer[], $offerId = id) => {
			const set = { shortDescription: "Shirt", callerId: "ada", parentId: request.id, $offerId };
			return opening({ kind: "item", set: { ...set, $offer: "Shirt", $asked: formatAnswers(answers) } });
		};
		const asked = { ...size, value: "M" };
		const budget = { ...size, key: "budget", label: "Budget", value: "none" };
		const [taken, more, less, nowhere] = await desk.send(
			asking([asked]),
			asking([asked, budget]),
			asking([]),
			asking([], "no-such-offer"),
		);
		expect(taken).toMatchObject({ status: "applied" });
		const refused = (message: string) => ({ reason: { code: "not_as_offered", path: "$asked", message } });
		expect(more).toMatchObject(refused("“Shirt” does not ask for “Budget”."));
		expect(less).toMatchObject(refused("“Shirt” asks for “Size”, which is not there."));
		expect(nowhere).toMatchObject({ reason: { code: "no_such_reference", path: "$offerId" } });

		const fields = [{ ...size, label: "Size and cut" }];
		const body = { version, offer: { ...made, fields } };
		expect((await desk.ask(`/api/offers/${id}`, { method: "PUT", body })).status).toBe(200);
		const renamed = { ...asked, label: "Size and cut" };
		expect(await desk.send(asking([asked]), asking([renamed]))).toMatchObject(
			Array(2).fill({ status: "applied" }),
		);

		const [item] = await partsOf(request, "item");
		if (!item) throw new Error("no item");
		const [corrected] = await desk.send(
			changing(item, { $asked: formatAnswers([{ ...asked, value: "L" }]) }),
		);
		expect(corrected).toMatchObject({ status: "applied" });
		const now = await desk.readTicket(item.id);
		const [added] = await desk.send(changing(now, { $asked: formatAnswers([asked, budget]) }));
		expect(added).toMatchObject({ reason: { code: "not_as_offered" } });
	});

	it("belongs to a request that there is", async () => {
		const { id } = await offer();
		const set = { shortDescription: "Laptop", callerId: "ada", parentId: crypto.randomUUID(), $offerId: id };
		const [refused] = await desk.send(opening({ kind: "item", set }));
		expect(refused).toMatchObject({ reason: { code: "no_such_reference", path: "parentId" } });
	});
});

describe("an offer", () => {
	it("is edited in versions, not over somebody else's, and comes to the consoles", async () => {
		const { id, version, ...made } = await offer();
		const put = (body: unknown) => desk.ask(`/api/offers/${id}`, { method: "PUT", body });
		const edited = await put({ version, offer: { ...made, name: "Notebook" } });
		expect(edited.body).toMatchObject({ id, version: 2, name: "Notebook" });
		expect(await put({ version, offer: made })).toMatchObject({ status: 409 });
		const tasks = [{ shortDescription: "Order it", teamId: "nobody" }];
		expect(await put({ version: 2, offer: { ...made, tasks } })).toMatchObject({ status: 422 });
		const { body } = await desk.ask("/api/changes?since=0");
		const { changes } = body as { readonly changes: readonly { readonly kind: string }[] };
		expect(changes.filter(({ kind }) => kind === "offer")).toMatchObject([{ row: { version: 2 } }]);
	});
});
