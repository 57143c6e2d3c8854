import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { APPROVAL_STATE } from "../../../../shared/ticket/lifecycles/approval.ts";
import { CHANGE_STATE } from "../../../../shared/ticket/lifecycles/change.ts";
import type { Ticket, TicketPatch } from "../../../../shared/ticket/ticket.ts";
import { type ChangeDesk, PLANNED, startChangeDesk } from "./change.fixture.ts";

const { assess, authorize, scheduled, implement, review, closed, canceled } = CHANGE_STATE;
const APPROVE: TicketPatch = { state: APPROVAL_STATE.approved };
const REJECT: TicketPatch = { state: APPROVAL_STATE.rejected, $reason: "The stocktaking is that day." };
const CLOSE: TicketPatch = { state: closed, closeCode: "successful", closeNotes: "All tests pass." };
const TEMPLATE = {
	id: "restart",
	name: "Restart the relay",
	shortDescription: "Restart the mail relay",
	teamId: "platform",
	ciId: "db",
	plan: "Drain, restart.",
	backOutPlan: "Start the old one.",
	testPlan: "",
	risk: 4 as const,
};
const FROM_TEMPLATE: TicketPatch = {
	...PLANNED,
	$type: "standard",
	$template: "restart",
	$plan: "Drain, restart.",
	$backOutPlan: "Start the old one.",
	$risk: 4,
};

let at: ChangeDesk;
beforeEach(async () => {
	at = await startChangeDesk();
});
afterEach(() => at.desk.close());

const stateOf = async (change: Ticket) => (await at.now(change)).state;
const asked = async (change: Ticket) =>
	(await at.approvals(change)).map(({ assigneeId, state, $stageName }) => [$stageName, assigneeId, state]);

/** Does these one after the other; each must be taken. */
async function edits(change: Ticket, ...sets: readonly TicketPatch[]): Promise<void> {
	for (const set of sets) expect((await at.edit(change, set)).status).toBe("applied");
}

async function scheduledChange(): Promise<Ticket> {
	const change = await at.open(PLANNED);
	await edits(change, { state: assess });
	await at.decide(change, APPROVE);
	await at.decide(change, APPROVE);
	expect(await stateOf(change)).toBe(scheduled);
	return change;
}

describe("a normal change", () => {
	it("names what is missing before approval is asked for", async () => {
		const change = await at.open({});
		let set: TicketPatch = { state: assess };
		const missing: unknown[] = [];
		for (const [field, value] of Object.entries(PLANNED)) {
			const result = await at.edit(change, set);
			missing.push(result.status === "rejected" ? result.reason.path : result.status);
			set = { ...set, [field]: value };
		}
		const inOrder = ["$plan", "$backOutPlan", "$plannedStartAt", "$plannedEndAt"];
		expect(missing).toEqual([...inOrder, "ciId", "ciId"]);
		expect((await at.edit(change, set)).status).toBe("applied");
	});

	it("goes by its peers and the board from New to Closed", async () => {
		const change = await at.open(PLANNED);
		await edits(change, { state: assess });
		expect(await asked(change)).toEqual([
			["Peer review", "pia", APPROVAL_STATE.requested],
			["Peer review", "pim", APPROVAL_STATE.requested],
		]);
		await at.decide(change, APPROVE);
		expect(await stateOf(change)).toBe(authorize);
		expect((await asked(change)).slice(2).map(([stage]) => stage)).toEqual(["CAB", "CAB", "CAB"]);
		await at.decide(change, APPROVE);
		expect(await stateOf(change)).toBe(scheduled);
		await edits(change, { state: implement }, { state: review });
		const unclosed = await at.edit(change, { state: closed });
		expect(unclosed).toMatchObject({ status: "rejected", reason: { path: "closeCode" } });
		await edits(change, CLOSE);
		const majority = (await asked(change)).slice(2).map(([, , state]) => state);
		expect(majority).toEqual([APPROVAL_STATE.approved, APPROVAL_STATE.approved, APPROVAL_STATE.notRequired]);
	});

	it("moves by approvals, not by hand", async () => {
		const change = await at.open(PLANNED);
		expect(await at.edit(change, { state: scheduled })).toMatchObject({ status: "rejected" });
		await edits(change, { state: assess });
		expect(await at.edit(change, { state: authorize })).toMatchObject({
			status: "rejected",
			reason: { code: "move_not_allowed" },
		});
	});

	it("returns to New with the reason of who rejects it, and is asked for anew as another version", async () => {
		const change = await at.open(PLANNED);
		await edits(change, { state: assess });
		await at.decide(change, REJECT);
		const sentBack = await at.now(change);
		expect(sentBack).toMatchObject({ state: CHANGE_STATE.new, $version: 2 });
		const { body } = await at.desk.ask(`/api/tickets/${change.id}`);
		expect(JSON.stringify(body)).toContain("Rejected: The stocktaking is that day.");
		await edits(change, { state: assess });
		const versions = (await at.approvals(change)).map(({ $version, state }) => [$version, state]);
		expect(versions).toEqual([
			[1, APPROVAL_STATE.rejected],
			[1, APPROVAL_STATE.rejected],
			[2, APPROVAL_STATE.requested],
			[2, APPROVAL_STATE.requested],
		]);
	});

	it("reverted to New takes back what was asked", async () => {
		const change = await at.open(PLANNED);
		await edits(change, { state: assess }, { state: CHANGE_STATE.new });
		expect((await asked(change)).map(([, , state]) => state)).toEqual([
			APPROVAL_STATE.canceled,
			APPROVAL_STATE.canceled,
		]);
	});

	it.each(Object.keys(PLANNED))(
		"whose %s is edited once it is scheduled must be approved anew",
		async (field) => {
			const change = await scheduledChange();
			const other =
				field === "ciId" ? null : field === "$risk" ? 2 : field.endsWith("At") ? 2_000_000_000_001 : "Other";
			if (field === "$plannedEndAt") await edits(change, { $plannedEndAt: 2_000_000_000_002 });
			else await edits(change, { [field]: other });
			expect(await at.now(change)).toMatchObject({ state: CHANGE_STATE.new, $version: 2 });
			const { body } = await at.desk.ask(`/api/tickets/${change.id}`);
			expect(JSON.stringify(body)).toMatch(/Version 1 was edited .* Void: APPR/);
		},
	);

	it("keeps its approvals when something else is edited", async () => {
		const change = await scheduledChange();
		await edits(change, { $justification: "The vendor says so." }, { assigneeId: "pia" });
		expect(await stateOf(change)).toBe(scheduled);
	});

	it("can't have its plan edited while it is carried out, nor its type once approval is asked for", async () => {
		const change = await scheduledChange();
		expect(await at.edit(change, { $type: "emergency" })).toMatchObject({
			status: "rejected",
			reason: { code: "field_locked" },
		});
		await edits(change, { state: implement });
		expect(await at.edit(change, { $plan: "Other" })).toMatchObject({
			status: "rejected",
			reason: { code: "field_locked" },
		});
	});

	it("canceled with a reason asks nobody any more", async () => {
		const change = await at.open(PLANNED);
		await edits(change, { state: assess });
		expect(await at.edit(change, { state: canceled })).toMatchObject({
			status: "rejected",
			reason: { code: "note_required" },
		});
		expect((await at.edit(change, { state: canceled }, "No longer needed.")).status).toBe("applied");
		expect((await asked(change)).map(([, , state]) => state)).toEqual([
			APPROVAL_STATE.canceled,
			APPROVAL_STATE.canceled,
		]);
	});

	it("asks nobody of its own people, and says so where there is nobody else", async () => {
		await at.configure({ cab: { personIds: ["ada"], rule: "all" } });
		const change = await at.open(PLANNED);
		await edits(change, { state: assess });
		await at.decide(change, APPROVE);
		expect(await stateOf(change)).toBe(authorize);
		const { body } = await at.desk.ask(`/api/tickets/${change.id}`);
		expect(JSON.stringify(body)).toContain("There is nobody to ask: CAB has no members");
	});
});

describe("an emergency change", () => {
	it("is authorized by the emergency board alone", async () => {
		await at.configure({ emergencyCab: { personIds: ["cab-3", "pia"], rule: "any" } });
		const change = await at.open({ ...PLANNED, $type: "emergency" });
		await edits(change, { state: authorize });
		expect((await asked(change)).map(([stage, who]) => [stage, who])).toEqual([
			["Emergency CAB", "cab-3"],
			["Emergency CAB", "pia"],
		]);
		await at.decide(change, APPROVE);
		expect(await stateOf(change)).toBe(scheduled);
	});

	it("recorded after the fact is closed only once it was authorized", async () => {
		const change = await at.open({ ...PLANNED, $type: "emergency", $isAfterTheFact: 1 });
		await edits(change, { state: implement }, { state: review });
		expect(await at.edit(change, CLOSE)).toMatchObject({
			status: "rejected",
			reason: { code: "move_not_allowed", path: "$isAuthorizedAfterwards" },
		});
		await at.decide(change, APPROVE);
		await edits(change, CLOSE);
	});

	it("recorded after the fact and rejected returns to New", async () => {
		await at.configure({ emergencyCab: { personIds: ["cab-1"], rule: "any" } });
		const change = await at.open({ ...PLANNED, $type: "emergency", $isAfterTheFact: 1 });
		await edits(change, { state: implement }, { state: review });
		await at.decide(change, REJECT);
		expect(await stateOf(change)).toBe(CHANGE_STATE.new);
	});
});

describe("a standard change", () => {
	beforeEach(async () => {
		expect(await at.configure({ templates: [TEMPLATE] })).toBe(200);
	});

	it("needs its template, and then nobody's approval", async () => {
		const bare = await at.open({ ...PLANNED, $type: "standard" });
		expect(await at.edit(bare, { state: scheduled })).toMatchObject({
			status: "rejected",
			reason: { path: "$template" },
		});
		const change = await at.open(FROM_TEMPLATE);
		await edits(change, { state: scheduled }, { $plannedEndAt: 2_000_000_000_001 }, { state: implement });
		await edits(change, { state: review }, CLOSE);
		expect(await at.approvals(change)).toEqual([]);
	});

	it("edited away from its template is normal, and New", async () => {
		const change = await at.open(FROM_TEMPLATE);
		await edits(change, { state: scheduled }, { $plan: "Something else." });
		const left = await at.now(change);
		expect(left).toMatchObject({ state: CHANGE_STATE.new, $type: "normal" });
		expect(left.$template).toBeUndefined();
	});

	it("that says otherwise from the start, or names no template there is, is normal", async () => {
		for (const set of [{ $plan: "Other" }, { $template: "gone" }]) {
			const change = await at.open({ ...FROM_TEMPLATE, ...set });
			expect((await at.now(change)).$type).toBe("normal");
		}
	});
});

describe("a change on hold", () => {
	it("says why, and goes nowhere until it is taken off", async () => {
		const change = await scheduledChange();
		expect(await at.edit(change, { $isOnHold: 1 })).toMatchObject({
			status: "rejected",
			reason: { path: "$holdText" },
		});
		await edits(change, { $isOnHold: 1, $holdText: "The spare part is late." });
		expect(await at.edit(change, { state: implement })).toMatchObject({
			status: "rejected",
			reason: { path: "$isOnHold" },
		});
		await edits(change, { $isOnHold: null, $holdText: null }, { state: implement });
	});

	it("is not in New, also not when it is sent back there", async () => {
		const change = await at.open(PLANNED);
		const held = { $isOnHold: 1, $holdText: "Wait." };
		expect(await at.edit(change, held)).toMatchObject({ reason: { code: "field_locked" } });
		await edits(change, { state: assess }, held);
		await at.decide(change, REJECT);
		const sentBack = await at.now(change);
		expect([sentBack.state, sentBack.$isOnHold, sentBack.$holdText]).toEqual([-5, undefined, undefined]);
		await expect(at.open({ ...PLANNED, ...held })).rejects.toThrow("field_locked");
	});
});

it("settings that somebody else saved meanwhile are not overwritten", async () => {
	const body = { baseRevision: 1, set: { blackouts: [] } };
	const first = await at.desk.ask("/api/change-settings", { method: "PATCH", body });
	const second = await at.desk.ask("/api/change-settings", { method: "PATCH", body });
	expect([first.status, second.status]).toEqual([200, 409]);
});
