import { expect, it } from "vitest";
import type { RecalculationStep } from "../../shared/api/sla.ts";
import { ok, refuse } from "../../shared/result.ts";
import { previewInSteps } from "./preview-in-steps.ts";

const SCOPE = { from: 1, policies: [{ id: "resolution", version: 2 }] };
const effect = (clocks: number, changed: number) => ({
	policyId: "resolution",
	clocks,
	changed,
	completed: 0,
	breached: changed,
	relieved: 0,
});
const STEPS = [
	{ effects: [effect(5_000, 40)], step: { tickets: 5_000, next: "t5" } },
	{ effects: [effect(5_000, 0)], step: { tickets: 5_000, next: "t9" } },
	{ effects: [effect(12, 2)], step: { tickets: 12, next: null } },
];

it("steps are asked for one after the other, added up, and told of while there are more", async () => {
	const asked: RecalculationStep[] = [];
	const compared: number[] = [];
	const answer = await previewInSteps(
		SCOPE,
		async (step) => {
			asked.push(step);
			const next = STEPS[asked.length - 1];
			return next ? ok(next) : refuse("not_found", "There are three.");
		},
		{ onCompared: (tickets) => compared.push(tickets), isWanted: () => true },
	);
	expect(answer).toEqual(ok([effect(10_012, 42)]));
	expect(asked.map(({ step }) => step?.after)).toEqual([null, "t5", "t9"]);
	expect(compared).toEqual([5_000, 10_000]);
});

it("it ends with what was refused, and with nothing once nobody wants to know", async () => {
	let isWanted = true;
	const course = { onCompared: () => undefined, isWanted: () => isWanted };
	const refusal = refuse("edited_meanwhile", "Look at it, then try again.");
	expect(await previewInSteps(SCOPE, async () => refusal, course)).toEqual(refusal);
	let steps = 0;
	const endless = async () => {
		steps += 1;
		isWanted = steps < 2;
		return ok({ effects: [effect(1, 1)], step: { tickets: 1, next: "on" } });
	};
	expect(await previewInSteps(SCOPE, endless, course)).toBeNull();
	expect(steps).toBe(2);
});
