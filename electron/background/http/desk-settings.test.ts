import { afterEach, beforeEach, expect, it } from "vitest";
import type { AuditPage } from "../../../shared/api/audit.ts";
import type { ChangePage } from "../../../shared/api/changes.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../fixture.ts";

const FLAT = {
	id: "priorities",
	matrix: [
		[1, 1, 2],
		[2, 3, 4],
		[3, 4, 4],
	],
};

let desk: TestDesk;
beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

const put = (body: { readonly id: string }) =>
	desk.ask(`/api/desk-settings/${body.id}`, { method: "PUT", body });

it("the matrix decides from when it is set, tickets keep what they have, and it is audited", async () => {
	const set = { shortDescription: "VPN is down", callerId: "ben", impact: 3, urgency: 3 };
	const before = opening({ set });
	await desk.send(before);
	expect((await put(FLAT)).status).toBe(200);
	const after = opening({ set });
	await desk.send(after);
	expect([await priorityOf(before.ticketId), await priorityOf(after.ticketId)]).toEqual([5, 4]);
	await desk.send(changing(await desk.readTicket(before.ticketId), { impact: 1, urgency: 2 }));
	expect(await priorityOf(before.ticketId)).toBe(1);
	const { entries } = (await desk.ask("/api/audit")).body as AuditPage;
	expect(entries[0]).toMatchObject({
		action: "priority_matrix.changed",
		from: "1 2 3 / 2 3 4 / 3 4 5",
		to: "1 1 2 / 2 3 4 / 3 4 4",
	});
});

async function priorityOf(ticketId: string): Promise<number> {
	return (await desk.readTicket(ticketId)).priority;
}

it("settings come with the feed, also among what an agent begins with", async () => {
	await put(FLAT);
	for (const scope of ["all", "working"]) {
		const { changes } = (await desk.ask(`/api/changes?since=0&scope=${scope}`)).body as ChangePage;
		const settings = changes.filter(({ kind }) => kind === "setting");
		expect(settings).toMatchObject([{ row: { id: "incidents", closeAfterHours: 24 } }, { row: FLAT }]);
	}
});

it("a matrix that gives less impact more priority is refused, and so is what is no setting", async () => {
	const turned = { ...FLAT, matrix: [FLAT.matrix[2], FLAT.matrix[1], FLAT.matrix[0]] };
	expect(await put(turned)).toMatchObject({ status: 422, body: { error: { code: "matrix_not_ordered" } } });
	expect((await put({ ...FLAT, matrix: [[1]] } as never)).status).toBe(400);
	const zero = { id: "incidents", reminderDays: 0, closeAfterHours: 24 };
	expect((await put(zero)).status).toBe(400);
});

it("a priority set by hand stands with its reason until it is taken back, whatever decides it", async () => {
	const made = opening({ set: { shortDescription: "x", callerId: "ben", impact: 3, urgency: 3 } });
	await desk.send(made);
	const override = async (set: object) => {
		const seen = await desk.readTicket(made.ticketId);
		const base = {
			$priorityOverride: seen.$priorityOverride ?? null,
			$priorityReason: seen.$priorityReason ?? null,
		};
		const [result] = await desk.send({ ...changing(seen, set), base });
		return result;
	};
	expect(await override({ $priorityOverride: 1 })).toMatchObject({ reason: { path: "$priorityReason" } });
	expect(await override({ $priorityOverride: 1, $priorityReason: "The board" })).toMatchObject({
		status: "applied",
	});
	await desk.send(changing(await desk.readTicket(made.ticketId), { urgency: 2 }));
	expect(await priorityOf(made.ticketId)).toBe(1);
	await override({ $priorityOverride: null, $priorityReason: null });
	expect(await priorityOf(made.ticketId)).toBe(4);
});
