import type { RecalculationEffect, RecalculationPreview, RecalculationStep } from "../../shared/api/sla.ts";
import { ok, type Result } from "../../shared/result.ts";

type AskStep = (step: RecalculationStep) => Promise<Result<RecalculationPreview>>;

interface Course {
	/** How many tickets have been compared so far. */
	readonly onCompared: (tickets: number) => void;
	/** Asked before each step; nothing is answered where it says no. */
	readonly isWanted: () => boolean;
}

/** What counting anew would do to all tickets, some thousand at a time; `null` where nobody wants to know any more. */
export async function previewInSteps(
	scope: Omit<RecalculationStep, "step">,
	askStep: AskStep,
	{ onCompared, isWanted }: Course,
): Promise<Result<readonly RecalculationEffect[]> | null> {
	let effects: readonly RecalculationEffect[] = [];
	let tickets = 0;
	let after: string | null = null;
	do {
		const answer: Result<RecalculationPreview> = await askStep({ ...scope, step: { after } });
		if (!isWanted()) return null;
		if (!answer.ok) return answer;
		effects = addUp(effects, answer.value.effects);
		tickets += answer.value.step?.tickets ?? 0;
		after = answer.value.step?.next ?? null;
		if (after !== null) onCompared(tickets);
	} while (after !== null);
	return ok(effects);
}

function addUp(
	before: readonly RecalculationEffect[],
	step: readonly RecalculationEffect[],
): readonly RecalculationEffect[] {
	return step.map((effect) => {
		const sum = before.find(({ policyId }) => policyId === effect.policyId);
		if (!sum) return effect;
		return {
			policyId: effect.policyId,
			clocks: sum.clocks + effect.clocks,
			changed: sum.changed + effect.changed,
			completed: sum.completed + effect.completed,
			breached: sum.breached + effect.breached,
			relieved: sum.relieved + effect.relieved,
		};
	});
}
