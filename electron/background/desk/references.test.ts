import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../fixture.ts";
import { makeId } from "../store/crypto.ts";

let desk: TestDesk;

beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

const problem = (set: object = {}) => opening({ kind: "problem", set: { shortDescription: "Why?", ...set } });
const task = (parentId: string, set: object = {}) =>
	opening({ kind: "task", set: { shortDescription: "Look at the logs", parentId, ...set } });

/** An edit that says what it saw of the fields it sets, as they are when nobody has filled them. */
async function relate(key: string, set: Record<string, string>) {
	const seen = await desk.readTicket(key);
	const base = Object.fromEntries(Object.keys(set).map((field) => [field, null]));
	const [result] = await desk.send(changing(seen, set as never, { base }));
	return result;
}

describe("a ticket that names another", () => {
	it("counts tasks by what they are a piece of, each series by itself", async () => {
		const change = opening({ kind: "change", set: { shortDescription: "New switch", callerId: "ada" } });
		const [why, incident] = [problem(), opening()];
		await desk.send(why, change, incident);
		const tasks = [why, why, change, incident].map(({ ticketId }) => task(ticketId));
		const alone = opening({ kind: "task", set: { shortDescription: "Clean the store" } });
		const results = await desk.send(...tasks, alone);
		expect(results.map((result) => "number" in result && result.number)).toEqual([
			"PTASK0000001",
			"PTASK0000002",
			"CTASK0000001",
			"TASK0000001",
			"TASK0000002",
		]);
		expect(await desk.readTicket("ptask2")).toMatchObject({ number: "PTASK0000002", parentId: why.ticketId });
	});

	it("may name only what is there, fits, and does not lead back", async () => {
		const [why, first, second] = [problem(), opening(), opening()];
		await desk.send(why, first, second);
		const refusals = await Promise.all(
			[
				task(makeId()),
				task(task(why.ticketId).ticketId),
				opening({ set: { shortDescription: "x", callerId: "ada", problemId: first.ticketId } }),
				opening({ set: { shortDescription: "x", callerId: "ada", parentId: why.ticketId } }),
			].map((intent) => desk.send(intent)),
		);
		expect(refusals.map(([result]) => result)).toMatchObject([
			{ status: "rejected", reason: { code: "no_such_reference", path: "parentId" } },
			{ status: "rejected", reason: { code: "no_such_reference", path: "parentId" } },
			{ status: "rejected", reason: { code: "reference_not_allowed", path: "problemId" } },
			{ status: "rejected", reason: { code: "reference_not_allowed", path: "parentId" } },
		]);
		expect(await relate("inc1", { parentId: first.ticketId })).toMatchObject({
			reason: { code: "reference_not_allowed", path: "parentId" },
		});
		expect(await relate("inc2", { parentId: first.ticketId })).toMatchObject({ status: "applied" });
		expect(await relate("inc1", { parentId: second.ticketId })).toMatchObject({
			reason: { code: "reference_not_allowed", message: expect.stringContaining("INC0000002 leads back") },
		});
	});

	it("is judged by its declared fields likewise: a duplicate is of its own kind and goes in no circle", async () => {
		const [one, other, incident] = [problem(), problem(), opening()];
		await desk.send(one, other, incident);
		expect(await relate("prb1", { $duplicateOf: incident.ticketId })).toMatchObject({
			reason: { code: "reference_not_allowed", path: "$duplicateOf" },
		});
		expect(await relate("prb1", { $duplicateOf: other.ticketId })).toMatchObject({ status: "applied" });
		expect(await relate("prb2", { $duplicateOf: one.ticketId })).toMatchObject({
			reason: { code: "reference_not_allowed", path: "$duplicateOf" },
		});
		expect(await relate("inc1", { $communicationLeadId: "nobody" })).toMatchObject({
			reason: { code: "no_such_reference", path: "$communicationLeadId" },
		});
	});

	it("waits for the one that it names where that was refused in the same batch", async () => {
		const refused = problem({ shortDescription: "Why?", teamId: "no-such-team" });
		const results = await desk.send(refused, task(refused.ticketId));
		expect(results).toMatchObject([
			{ status: "rejected", reason: { code: "no_such_reference", path: "teamId" } },
			{ status: "rejected", reason: { code: "earlier_not_applied", path: "parentId" } },
		]);
	});

	it("may not name what its writer does not see", async () => {
		const why = problem();
		await desk.send(why);
		await desk.background.store.write(({ tx }) =>
			tx
				.updateTable("person")
				.set({
					scope: JSON.stringify({ kinds: ["incident"], teams: "all" }),
					roles: JSON.stringify(["agent"]),
				})
				.where("id", "=", "owner")
				.execute(),
		);
		const set = { shortDescription: "x", callerId: "ada", problemId: why.ticketId };
		expect(await desk.send(opening({ set }))).toMatchObject([
			{ status: "rejected", reason: { code: "no_such_reference", path: "problemId" } },
		]);
	});
});
