import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HistoryEntry } from "../../../../shared/api/tickets.ts";
import { HOLD_REASON } from "../../../../shared/ticket/lifecycles/incident.ts";
import { PROBLEM_CODE, PROBLEM_STATE } from "../../../../shared/ticket/lifecycles/problem.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../../fixture.ts";

let desk: TestDesk;

beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

const FIX = "Replaced the power supply of the core switch.";
const HOUR_MS = 3_600_000;

/** Opens a problem that somebody has; answers its id. */
async function openProblem(): Promise<string> {
	const set = { shortDescription: "Core switch restarts", assigneeId: "ada" };
	const intent = opening({ kind: "problem", set });
	expect(await desk.send(intent)).toMatchObject([{ status: "applied" }]);
	return intent.ticketId;
}

async function openIncident(problemId: string, hold: number | null, more: object = {}): Promise<string> {
	const held = hold === null ? {} : { state: 3, holdReason: hold, followUpAt: Date.now() + HOUR_MS };
	const intent = opening({
		set: { shortDescription: "Network is down", callerId: "ada", problemId, ...held, ...more },
		...(hold === HOLD_REASON.awaitingCaller ? { note: { kind: "comment", text: "Which floor?" } } : {}),
	});
	expect(await desk.send(intent)).toMatchObject([{ status: "applied" }]);
	return intent.ticketId;
}

async function move(key: string, set: object): Promise<void> {
	const seen = await desk.readTicket(key);
	const declared = Object.keys(set).filter((field) => field.startsWith("$"));
	const intent = changing(seen, set as never) as { base?: object };
	const base = { ...intent.base, ...Object.fromEntries(declared.map((field) => [field, null])) };
	expect(await desk.send({ ...intent, base })).toMatchObject([{ status: "applied" }]);
}

async function resolve(key: string): Promise<void> {
	await move(key, { state: PROBLEM_STATE.assess });
	await move(key, { state: PROBLEM_STATE.rootCauseAnalysis });
	await move(key, { state: PROBLEM_STATE.fixInProgress, $causeNotes: "Power supply", $fixNotes: FIX });
	await move(key, { state: PROBLEM_STATE.resolved, closeCode: PROBLEM_CODE.fixApplied });
}

async function lastOf(key: string): Promise<HistoryEntry | undefined> {
	const { body } = await desk.ask(`/api/tickets/${key}`);
	return (body as { readonly history: readonly HistoryEntry[] }).history.at(-1);
}

describe("a problem that is resolved", () => {
	it("resolves the incidents that wait for it, and no other, with the fix as their close notes", async () => {
		const problemId = await openProblem();
		const waiting = await openIncident(problemId, HOLD_REASON.awaitingProblem);
		const untouched = [
			await openIncident(problemId, null),
			await openIncident(problemId, HOLD_REASON.awaitingCaller),
		];
		const before = await Promise.all(untouched.map((id) => desk.readTicket(id)));
		await resolve(problemId);
		expect(await desk.readTicket(waiting)).toMatchObject({
			state: 6,
			holdReason: null,
			closeCode: "Solved (Permanently)",
			closeNotes: FIX,
		});
		expect(await lastOf(waiting)).toMatchObject({
			actor: { kind: "rule", id: "problem-resolved" },
			changes: { state: { from: 3, to: 6 } },
		});
		expect(await Promise.all(untouched.map((id) => desk.readTicket(id)))).toEqual(before);
	});

	it("resolves what waited before it was resolved also where the desk hears of that later, and nothing that waits since", async () => {
		const problemId = await openProblem();
		const [late, since] = [await openIncident(problemId, null), await openIncident(problemId, null)];
		const seen = await desk.readTicket(late);
		const heldAt = Date.now();
		await resolve(problemId);
		const hold = { state: 3, holdReason: HOLD_REASON.awaitingProblem, followUpAt: Date.now() + HOUR_MS };
		await desk.send(changing(seen, hold, { occurredAt: heldAt }));
		expect(await desk.readTicket(late)).toMatchObject({ state: 6, closeNotes: FIX });
		await move(since, hold);
		expect(await desk.readTicket(since)).toMatchObject({ state: 3 });
	});

	it("leaves a major incident to people and tells them", async () => {
		const problemId = await openProblem();
		const major = await openIncident(problemId, HOLD_REASON.awaitingProblem);
		await desk.background.store.write(async ({ tx }) => {
			const row = await tx.selectFrom("ticket").selectAll().where("id", "=", major).executeTakeFirstOrThrow();
			const declared = JSON.stringify({ ...JSON.parse(row.declared ?? "{}"), $majorState: 2 });
			await tx.updateTable("ticket").set({ declared }).where("id", "=", major).execute();
		});
		await resolve(problemId);
		expect(await desk.readTicket(major)).toMatchObject({ state: 3 });
		expect(await lastOf(major)).toMatchObject({
			actor: { kind: "rule", id: "problem-resolved" },
			note: { kind: "workNote", text: expect.stringContaining(FIX) },
		});
	});

	it("may be analysed anew, resolved or closed, but not where it was a duplicate", async () => {
		const [one, other] = [await openProblem(), await openProblem()];
		await resolve(one);
		await move(one, { state: PROBLEM_STATE.rootCauseAnalysis });
		expect(await desk.readTicket(one)).toMatchObject({ state: 103, closeCode: null, reopenCount: 1 });
		await move(one, {
			state: PROBLEM_STATE.closed,
			closeCode: PROBLEM_CODE.riskAccepted,
			closeNotes: "Too costly",
		});
		await move(one, { state: PROBLEM_STATE.rootCauseAnalysis });
		await move(one, { state: PROBLEM_STATE.closed, closeCode: PROBLEM_CODE.duplicate, $duplicateOf: other });
		const back = changing(await desk.readTicket(one), { state: PROBLEM_STATE.rootCauseAnalysis });
		expect(await desk.send(back)).toMatchObject([
			{ status: "rejected", reason: { code: "move_not_allowed" } },
		]);
	});
});

it("the open incidents of a duplicate go to the problem that stands for both", async () => {
	const [one, other] = [await openProblem(), await openProblem()];
	const waiting = await openIncident(one, HOLD_REASON.awaitingProblem);
	const over = await openIncident(one, null, {
		state: 6,
		closeCode: "Solved (Work Around)",
		closeNotes: "Restarted it.",
	});
	await move(one, { state: PROBLEM_STATE.closed, closeCode: PROBLEM_CODE.duplicate, $duplicateOf: other });
	expect(await desk.readTicket(waiting)).toMatchObject({ state: 3, problemId: other });
	expect(await desk.readTicket(over)).toMatchObject({ problemId: one });
	expect(await lastOf(other)).toMatchObject({
		actor: { kind: "rule", id: "problem-duplicate" },
		note: { text: "PRB0000001 was closed as a duplicate of this one." },
	});
	await resolve(other);
	expect(await desk.readTicket(waiting)).toMatchObject({ state: 6, closeNotes: FIX });
});
