import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestDesk, type TestDesk } from "../../fixture.ts";
import { readDefinitions } from "./definitions.ts";
import { type Compared, compareClocks, type Part } from "./recalculation-effects.ts";

let desk: TestDesk;
beforeAll(async () => {
	desk = await startTestDesk();
	await desk.background.intake.setup.chooseSample(450);
	await desk.background.intake.filler.whenIdle();
}, 60_000);
afterAll(() => desk.close());

it("all at once and in steps come to the same, each ticket once", async () => {
	const { reader } = desk.background.store;
	const before = await readDefinitions(reader);
	const now = Date.now();
	const [resolution] = before.policies.filter(({ id }) => id === "sla-resolution");
	const [version] = resolution?.versions ?? [];
	if (!resolution || !version) throw new Error("a desk begins with a policy for resolutions");
	const targets = version.targets.map((target) => ({ ...target, amount: 1 }));
	const after = { ...before, policies: [{ ...resolution, versions: [{ ...version, targets }] }] };
	const comparison = { before: { ...before, policies: [resolution] }, after, from: 0, now };
	const compare = (part?: Part) => compareClocks(reader, comparison, part);

	const whole = await compare();
	const steps: Compared[] = [];
	for (let next: string | null = null; ; ) {
		const step = await compare({ after: next, limit: 100 });
		steps.push(step);
		next = step.next;
		if (next === null) break;
	}
	expect(steps.length).toBeGreaterThan(3);
	const sum = (numberOf: (one: Compared) => number | undefined) =>
		steps.reduce((total, one) => total + (numberOf(one) ?? 0), 0);
	expect(whole.next).toBeNull();
	expect(sum(({ tickets }) => tickets)).toBe(whole.tickets);
	const [effect] = whole.effects;
	expect(effect?.changed).toBeGreaterThan(0);
	for (const count of ["clocks", "changed", "completed", "breached", "relieved"] as const)
		expect(
			sum(({ effects }) => effects[0]?.[count]),
			count,
		).toBe(effect?.[count]);
});
