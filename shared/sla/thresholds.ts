import type { EpochMs } from "../ticket/ticket.ts";
import { attachmentsOf } from "./attachments.ts";
import type { CompiledDefinitions, CompiledTarget } from "./compile-definitions.ts";
import type { PolicyVersion, ThresholdAction } from "./policy.ts";
import { clockSpans, projectClock } from "./projection.ts";
import type { ClockSubject } from "./standing.ts";

/** A threshold that a clock has passed or is to pass, and what is to be done there. */
export interface Crossing {
	readonly policyId: string;
	readonly version: PolicyVersion;
	readonly percent: number;
	readonly at: EpochMs;
	/** When the whole target is used up, as far as that is known. */
	readonly dueAt: EpochMs | null;
	readonly target: CompiledTarget;
	readonly actions: readonly ThresholdAction[];
}

/** Whether any policy asks for anything to be done at a threshold. */
export function hasActions({ policies }: CompiledDefinitions): boolean {
	return policies.some(({ phases }) =>
		phases.some(({ version }) => version?.thresholds.some(({ actions }) => actions.length > 0)),
	);
}

/** Where the clocks that run or pause now pass thresholds with actions, earliest first: by now, or if nothing happens. */
export function crossingsOf(
	{ policies }: CompiledDefinitions,
	subject: ClockSubject,
	now: EpochMs,
): readonly Crossing[] {
	const crossings: Crossing[] = [];
	for (const policy of policies) {
		const attachment = attachmentsOf(policy, subject, now).at(-1);
		const spans = attachment ? clockSpans(policy, subject, attachment) : [];
		const present = spans.findLast(({ span }) => span.from <= now);
		const version = present?.span.phase.version;
		if (!present || !version) continue;
		const { standing } = present;
		if (standing.kind !== "counted" && standing.kind !== "paused") continue;
		const { dueAt } = projectClock(spans);
		for (const { percent, actions } of version.thresholds) {
			const at = actions.length > 0 ? projectClock(spans, percent / 100).reachedAt : null;
			if (at === null) continue;
			const { target } = standing;
			crossings.push({ policyId: policy.id, version, percent, at, dueAt, target, actions });
		}
	}
	return crossings.sort((one, other) => one.at - other.at);
}
