import { LIMITS } from "../../../../shared/api/common.ts";
import { HOLD_REASON, INCIDENT_STATE, MAJOR_STATE } from "../../../../shared/ticket/lifecycles/incident.ts";
import { PROBLEM_CODE, PROBLEM_STATE } from "../../../../shared/ticket/lifecycles/problem.ts";
import { fieldValue, type Ticket } from "../../../../shared/ticket/ticket.ts";
import { entered, type Happened, type ReactionDesk } from "./reaction.ts";

const RULE = "problem-resolved";

/** A problem that is resolved by a fix resolves the incidents that wait for it, with the fix as their close notes. */
export async function resolveWaitingIncidents(happened: Happened, desk: ReactionDesk): Promise<void> {
	const { after: problem } = happened;
	if (!entered(happened, "problem", PROBLEM_STATE.resolved)) return;
	const fix = fieldValue(problem, "$fixNotes");
	if (problem.closeCode !== PROBLEM_CODE.fixApplied || typeof fix !== "string") return;
	for (const incident of (await desk.causedBy(problem.id)).filter(isWaiting)) {
		const resolved = isMajor(incident)
			? null
			: await desk.change(RULE, incident.id, {
					state: INCIDENT_STATE.resolved,
					closeCode: "Solved (Permanently)",
					closeNotes: fix,
				});
		// A major incident is left to people, and so is one whose rules ask for more; they are told.
		if (!resolved) await desk.change(RULE, incident.id, {}, resolvedNote(problem.number, fix));
	}
}

function isWaiting({ kind, state, holdReason }: Ticket): boolean {
	return kind === "incident" && state === INCIDENT_STATE.onHold && holdReason === HOLD_REASON.awaitingProblem;
}

function isMajor(incident: Ticket): boolean {
	return fieldValue(incident, "$majorState") === MAJOR_STATE.accepted;
}

function resolvedNote(number: string, fix: string) {
	const text = `${number}, which this incident waits for, is resolved. The fix: ${fix}`;
	return { kind: "workNote", text: text.slice(0, LIMITS.note) } as const;
}
