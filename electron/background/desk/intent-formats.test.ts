/**
 * Intents wait on workstations for as long as these are offline: the desk takes every version that was ever
 * released. Each has a golden file, which is never changed (`shared/format.ts` says what a new version needs).
 */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bringIntentUpToDate } from "../../../shared/api/intent-format.ts";
import { INTENT_VERSION, type Intent, intentSchema } from "../../../shared/api/intents.ts";
import { addStaff, opening, startTestDesk, type TestDesk } from "../fixture.ts";
import { makeId } from "../store/crypto.ts";

const VERSIONS = Array.from({ length: INTENT_VERSION }, (_, index) => index + 1);

function readGolden(version: number): readonly Record<string, unknown>[] {
	const path = new URL(`../../../shared/api/golden/intent.v${version}.jsonl`, import.meta.url);
	return readFileSync(path, "utf8")
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line));
}

let desk: TestDesk;
beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

/** What the second version has beyond the first. */
async function expectSecond(): Promise<void> {
	const [first, problem, piece] = [
		await desk.readTicket("inc1"),
		await desk.readTicket("prb1"),
		await desk.readTicket("inc2"),
	];
	expect(problem).toMatchObject({ kind: "problem", $causeNotes: "A loose cable" });
	expect(piece).toMatchObject({ parentId: first.id, problemId: null, $businessImpact: "Two floors" });
}

describe("intents of a released version", () => {
	it.each(VERSIONS)("%i are taken, each with all that it says, once", async (version) => {
		const intents = readGolden(version) as unknown as ReturnType<typeof opening>[];
		const results = await desk.send(...intents);
		expect(results).toMatchObject(intents.map(() => ({ status: "applied", wroteNothing: false })));
		expect(await desk.readTicket("inc1")).toMatchObject({
			shortDescription: "VPN is slow",
			callerId: "ada",
			impact: 1,
			state: 2,
			assigneeId: "ben",
			openedAt: 1_750_000_000_000,
		});
		const { body } = await desk.ask("/api/tickets/inc1");
		const { history } = body as {
			readonly history: readonly { readonly note?: { readonly text: string } }[];
		};
		expect(history.flatMap(({ note }) => note?.text ?? [])).toEqual([
			"Second rack, third from the top",
			"We are on it",
		]);
		if (version > 1) await expectSecond();
		expect(await desk.send(...intents)).toMatchObject(intents.map(() => ({ wroteNothing: true })));
	});

	it("are the newest golden file, key for key, where this build parses them", () => {
		for (const line of readGolden(INTENT_VERSION)) {
			const current = bringIntentUpToDate(line);
			if (!current.ok) throw new Error(current.error.message);
			expect(current.value).toBe(line);
			expect(intentSchema.parse(current.value) satisfies Intent).toEqual(line);
		}
	});
});

describe("an intent of a newer version", () => {
	it("is refused with a code of its own; the others of its batch are taken, its ticket’s later ones wait", async () => {
		const newer = opening({ v: INTENT_VERSION + 1, mood: "calm" });
		const behind = opening({ ticketId: newer.ticketId });
		const [refused, waiting, other] = await desk.send(newer, behind, opening());
		expect(refused).toMatchObject({
			id: newer.id,
			status: "rejected",
			reason: { code: "intent_newer", path: "v", message: expect.stringContaining("newer version") },
		});
		expect(waiting).toMatchObject({ status: "rejected", reason: { code: "earlier_not_applied" } });
		expect(other).toMatchObject({ status: "applied" });
	});

	it("is no mere mistake: one that says no version, or none there ever was, is refused by its field", async () => {
		const wrong = [opening({ v: undefined }), opening({ v: 0 }), opening({ v: "1", id: makeId() })];
		for (const result of await desk.send(...wrong))
			expect(result).toMatchObject({ status: "rejected", reason: { path: "v" } });
	});
});
