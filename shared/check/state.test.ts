import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECK_STATES, type CheckState } from "../api/checks.ts";
import { type CheckStanding, type HardChange, isSoft, NEVER_OBSERVED, stepStanding } from "./state.ts";

const states = fc.array(fc.constantFrom(...CHECK_STATES), { maxLength: 60 });
const retries = fc.integer({ min: 0, max: 5 });

function run(observed: readonly CheckState[], retryCount: number, from: CheckStanding = NEVER_OBSERVED) {
	let standing = from;
	const changes: (HardChange & { readonly index: number })[] = [];
	for (const [index, state] of observed.entries()) {
		const step = stepStanding(standing, { state, at: index * 1_000 }, retryCount);
		standing = step.standing;
		if (step.change) changes.push({ ...step.change, index });
	}
	return { standing, changes };
}

describe("stepStanding", () => {
	it("goes down only after the first failure and all its retries, since the first failure", () => {
		const { standing, changes } = run(["up", "down", "down", "down"], 2);
		expect(standing).toMatchObject({ hard: "down", hardSince: 1_000, attempt: 0 });
		expect(changes.at(-1)).toMatchObject({ from: "up", to: "down", since: 1_000, index: 3 });
	});

	it("forgets a failure that its retry does not confirm", () => {
		const { standing, changes } = run(["up", "down", "down", "up", "down", "down"], 2);
		expect(standing).toMatchObject({ hard: "up", soft: "down", attempt: 2, softSince: 4_000 });
		expect(changes).toHaveLength(1);
	});

	it("is up at once, whatever came before", () => {
		fc.assert(
			fc.property(states, retries, (observed, count) => {
				const { standing } = run([...observed, "up"], count);
				expect(standing.hard).toBe("up");
				expect(isSoft(standing)).toBe(false);
			}),
		);
	});

	it("never enters a bad hard state on fewer results in a row than the policy asks", () => {
		fc.assert(
			fc.property(states, retries, (observed, count) => {
				for (const change of run(observed, count).changes) {
					if (change.to === "up" || (change.from === "down" && change.to === "degraded")) continue;
					const confirming = observed.slice(change.index - count, change.index + 1);
					expect(confirming).toHaveLength(count + 1);
					expect(confirming).not.toContain("up");
					const isUnknown = change.to === "unknown";
					expect(confirming.every((state) => (state === "unknown") === isUnknown)).toBe(true);
				}
			}),
		);
	});

	it("always reaches the hard state that enough equal results show", () => {
		fc.assert(
			fc.property(states, fc.constantFrom(...CHECK_STATES), retries, (observed, state, count) => {
				const same = Array.from({ length: count + 1 }, () => state);
				expect(run([...observed, ...same], count).standing).toMatchObject({ hard: state, attempt: 0 });
			}),
		);
	});

	it("chains hard changes without holes and never changes to the same state", () => {
		fc.assert(
			fc.property(states, retries, (observed, count) => {
				let hard: CheckState = "unknown";
				for (const change of run(observed, count).changes) {
					expect(change.from).toBe(hard);
					expect(change.to).not.toBe(change.from);
					expect(change.since).toBeLessThanOrEqual(change.index * 1_000);
					hard = change.to;
				}
				expect(run(observed, count).standing.hard).toBe(hard);
			}),
		);
	});

	it("lets a result that shows nothing neither confirm nor clear a failure", () => {
		expect(run(["up", "down", "unknown", "down"], 1).standing).toMatchObject({ hard: "up", attempt: 1 });
	});
});
