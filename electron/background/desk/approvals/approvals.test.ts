import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { IntentResult } from "../../../../shared/api/intents.ts";
import type { Delegation } from "../../../../shared/approval/delegation.ts";
import type { Role } from "../../../../shared/permission/permission.ts";
import { APPROVAL_STATE } from "../../../../shared/ticket/lifecycles/approval.ts";
import { REQUEST_STATE } from "../../../../shared/ticket/lifecycles/request.ts";
import type { Ticket } from "../../../../shared/ticket/ticket.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../../fixture.ts";
import { makeRandomId } from "../../store/crypto.ts";
import { fromTicketRow, toPersonRow } from "../../store/rows.ts";
import { takeIntents } from "../intents.ts";
import { act } from "../reactions/react.ts";
import type { ReactionDesk } from "../reactions/reaction.ts";
import { cancelApprovals } from "./cancel-approvals.ts";
import { type ApprovalStage, startApprovals } from "./start-approvals.ts";

const { notRequested, requested, approved, rejected, canceled, notRequired } = APPROVAL_STATE;
const BOSSES = ["cem", "dot", "eve"];
let desk: TestDesk;

beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
	for (const id of BOSSES) await addApprover(id);
});
afterEach(() => desk.close());

async function addApprover(id: string): Promise<void> {
	const about = { email: null, phone: null, location: null, department: null, isVip: false };
	const person = { id, name: id, ...about, roles: ["approver" as const], teamIds: [], isActive: true };
	await desk.background.store.write(async ({ tx }) => {
		await tx.insertInto("person").values(toPersonRow(person)).execute();
	});
}

async function delegate(fromId: string, delegation: Delegation): Promise<void> {
	await desk.background.store.write(async ({ tx }) => {
		const set = { delegation: JSON.stringify(delegation) };
		await tx.updateTable("person").set(set).where("id", "=", fromId).execute();
	});
}

/** A rule at work, as those of changes and requests do it. */
async function rule<Value>(work: (reactions: ReactionDesk) => Promise<Value>): Promise<Value | undefined> {
	const { store } = desk.background;
	let answer: Value | undefined;
	await store.write((scope) =>
		act({ ...scope, events: store.events }, Date.now(), async (reactions) => {
			answer = await work(reactions);
		}),
	);
	return answer;
}

/** A request for ada, opened by ben, with these stages. */
async function ask(...stages: readonly ApprovalStage[]): Promise<Ticket> {
	const set = { shortDescription: "A second screen", callerId: "ada" };
	const intent = { ...opening({ kind: "request", set }) };
	await takeAs("ben", ["agent"], intent);
	const request = await desk.readTicket(intent.ticketId);
	await rule((reactions) => startApprovals(reactions, "test", request, stages, 1));
	return request;
}

async function takeAs(personId: string, roles: readonly Role[], intent: object): Promise<IntentResult> {
	const batch = { deviceId: makeRandomId(), fence: 1, intents: [intent] };
	const taken = await takeIntents(batch, {
		store: desk.background.store,
		personId,
		roles,
		now: Date.now(),
	});
	const result = taken.ok ? taken.value[0] : undefined;
	if (!result) throw new Error("no answer");
	return result;
}

async function approvalsOf({ id }: Ticket): Promise<readonly Ticket[]> {
	const { reader } = desk.background.store;
	const rows = await reader
		.selectFrom("ticket")
		.selectAll()
		.where("parent_id", "=", id)
		.orderBy("number")
		.execute();
	return rows.map(fromTicketRow);
}

const statesOf = async (request: Ticket) =>
	Object.fromEntries((await approvalsOf(request)).map(({ assigneeId, state }) => [assigneeId, state]));

async function decide(
	request: Ticket,
	{ of, by = of, set }: { readonly of: string; readonly by?: string; readonly set: Partial<Ticket> },
): Promise<IntentResult> {
	const approval = (await approvalsOf(request)).find(({ assigneeId }) => assigneeId === of);
	if (!approval) throw new Error(`${of} is not asked`);
	return takeAs(by, ["approver"], changing(approval, set));
}
const YES = { state: approved };
const NO = { state: rejected, $reason: "Too dear." };
const refusedAs = (code: string) => ({ status: "rejected", reason: { code } });

describe("approval in stages", () => {
	it("asks the first stage, then the next, and opens the request after the last", async () => {
		const request = await ask(
			{ name: "Lead", rule: "all", approverIds: ["cem"] },
			{ name: "Nobody", rule: "all", approverIds: [] },
			{ name: "Board", rule: "any", approverIds: ["dot", "eve"] },
		);
		expect(await statesOf(request)).toEqual({ cem: requested, dot: notRequested, eve: notRequested });
		expect(await decide(request, { of: "dot", set: YES })).toMatchObject(refusedAs("approval_over"));
		expect(await decide(request, { of: "cem", set: YES })).toMatchObject({ status: "applied" });
		expect(await statesOf(request)).toEqual({ cem: approved, dot: requested, eve: requested });
		await decide(request, { of: "eve", set: YES });
		expect(await statesOf(request)).toEqual({ cem: approved, dot: notRequired, eve: approved });
		expect(await desk.readTicket(request.id)).toMatchObject({ state: REQUEST_STATE.open });
	});

	it("says with nobody to ask that nothing will be decided", async () => {
		const request = await ask();
		const started = await rule((reactions) =>
			startApprovals(reactions, "test", request, [{ name: "Nobody", rule: "any", approverIds: [] }], 1),
		);
		expect(started).toBe(false);
		expect(await approvalsOf(request)).toEqual([]);
	});

	it("closes the request Incomplete with the reason of a rejection, and asks nobody else", async () => {
		const request = await ask(
			{ name: "Leads", rule: "all", approverIds: ["cem", "dot"] },
			{ name: "Board", rule: "all", approverIds: ["eve"] },
		);
		expect(await decide(request, { of: "cem", set: { state: rejected } })).toMatchObject({
			status: "rejected",
			reason: { code: "field_required", path: "$reason" },
		});
		await decide(request, { of: "cem", set: NO });
		expect(await statesOf(request)).toEqual({ cem: rejected, dot: notRequired, eve: notRequired });
		expect(await desk.readTicket(request.id)).toMatchObject({
			state: REQUEST_STATE.closedIncomplete,
			closeNotes: "Not approved: Too dear.",
		});
	});

	it("gives stages that are asked for anew numbers of their own", async () => {
		const stage = { name: "Lead", rule: "all", approverIds: ["cem"] } as const;
		const request = await ask(stage);
		await rule((reactions) => cancelApprovals(reactions, "test", request));
		await rule((reactions) => startApprovals(reactions, "test", request, [stage], 2));
		const stages = (await approvalsOf(request)).map(({ state, $stage, $version }) => [
			state,
			$stage,
			$version,
		]);
		expect(stages).toEqual([
			[canceled, 1, 1],
			[requested, 2, 2],
		]);
	});

	it("takes back what it asked when the request is over by hand", async () => {
		const request = await ask({ name: "Lead", rule: "all", approverIds: ["cem"] });
		const set = { state: REQUEST_STATE.closedIncomplete, closeNotes: "Not needed any more." };
		await takeAs("ben", ["agent"], changing(request, set));
		expect(await statesOf(request)).toEqual({ cem: canceled });
		expect(await decide(request, { of: "cem", set: YES })).toMatchObject(refusedAs("approval_over"));
	});
});

describe("who may decide", () => {
	it("is whom it is asked of, and nobody else, whatever their roles", async () => {
		const request = await ask({ name: "Lead", rule: "all", approverIds: ["cem"] });
		expect(await decide(request, { of: "cem", by: "dot", set: YES })).toMatchObject(refusedAs("not_asked"));
		const [approval] = await approvalsOf(request);
		const asAdmin = await takeAs("owner", ["admin"], changing(approval as Ticket, YES));
		expect(asAdmin).toMatchObject(refusedAs("not_asked"));
		const handedOn = await takeAs("owner", ["admin"], changing(approval as Ticket, { assigneeId: "ben" }));
		expect(handedOn).toMatchObject(refusedAs("field_locked"));
	});

	it("is their delegate while that lasts, and it says who decided", async () => {
		const request = await ask({ name: "Lead", rule: "all", approverIds: ["cem"] });
		const hour = 3_600_000;
		await delegate("cem", { personId: "dot", from: Date.now() + hour, until: Date.now() + 2 * hour });
		expect(await decide(request, { of: "cem", by: "dot", set: YES })).toMatchObject(refusedAs("not_asked"));
		await delegate("cem", { personId: "dot", from: Date.now() - hour, until: Date.now() + hour });
		expect(await decide(request, { of: "cem", by: "dot", set: YES })).toMatchObject({ status: "applied" });
		expect(await approvalsOf(request)).toMatchObject([{ assigneeId: "cem", $decidedById: "dot" }]);
	});

	it("is never who opened it or has called for it, nor as a delegate", async () => {
		const request = await ask({ name: "Lead", rule: "any", approverIds: ["ada", "cem"] });
		expect(await statesOf(request)).toEqual({ cem: requested });
		await delegate("cem", { personId: "ben", from: 1, until: Date.now() + 3_600_000 });
		expect(await decide(request, { of: "cem", by: "ben", set: YES })).toMatchObject(refusedAs("own_ticket"));
		const own = await ask({ name: "Lead", rule: "any", approverIds: ["ada"] });
		expect(await decide(own, { of: "ada", set: YES })).toMatchObject(refusedAs("own_ticket"));
	});

	it("by the role alone may decide and do nothing else", async () => {
		const request = await ask({ name: "Lead", rule: "all", approverIds: ["cem"] });
		const [approval] = await approvalsOf(request);
		const edit = await takeAs("cem", ["approver"], changing(request, { impact: 1, urgency: 1 }));
		const note = { note: { kind: "workNote", text: "Hm." } };
		const noted = await takeAs("cem", ["approver"], changing(approval as Ticket, {}, note));
		const opened = await takeAs("cem", ["approver"], opening());
		expect([edit, noted, opened]).toMatchObject(Array(3).fill(refusedAs("forbidden")));
		expect(await decide(request, { of: "cem", set: YES })).toMatchObject({ status: "applied" });
	});

	it("asks nobody by hand: only rules open approvals", async () => {
		const request = await ask();
		const set = { shortDescription: "Approve me", parentId: request.id, assigneeId: "ada" };
		const opened = await takeAs("ada", ["admin"], opening({ kind: "approval", set }));
		expect(opened).toMatchObject(refusedAs("opened_by_rule"));
	});

	it("decides about the version that was asked, not about another", async () => {
		const intent = opening({ kind: "change", set: { shortDescription: "New firewall" } });
		await takeAs("ben", ["agent"], intent);
		const change = await desk.readTicket(intent.ticketId);
		await rule(async (reactions) => {
			await reactions.change("test", change.id, { $version: 2 });
			await startApprovals(
				reactions,
				"test",
				change,
				[{ name: "Peers", rule: "all", approverIds: ["cem"] }],
				1,
			);
		});
		expect(await decide(change, { of: "cem", set: YES })).toMatchObject(refusedAs("asked_version_changed"));
	});
});
