import { LIMITS } from "../../../../shared/api/common.ts";
import { isMajor } from "../../../../shared/ticket/incident-rules.ts";
import { HOLD_REASON, INCIDENT_STATE } from "../../../../shared/ticket/lifecycles/incident.ts";
import { PROBLEM_CODE, PROBLEM_STATE } from "../../../../shared/ticket/lifecycles/problem.ts";
import { type EpochMs, fieldValue, type Ticket } from "../../../../shared/ticket/ticket.ts";
import { entered, type Happened, type ReactionDesk } from "./reaction.ts";

const RULE = "problem-resolved";

/** A problem that is resolved by a fix resolves the incidents that wait for it, with the fix as their close notes. */
export async function resolveWaitingIncidents(happened: Happened, desk: ReactionDesk): Promise<void> {
	const { after: problem } = happened;
	const fix = fixOf(problem);
	if (!entered(happened, "problem", PROBLEM_STATE.resolved) || fix === null) return;
	for (const incident of (await desk.causedBy(problem.id)).filter(isWaiting))
		await resolveBy({ problem, fix }, incident, desk);
}

/**
 * Likewise one that waited before the problem was resolved but of which the desk learns only now: it was put on
 * hold out of the desk's reach, or comes from a duplicate.
 */
export async function resolveLateIncident(
	{ before, after: incident }: Happened,
	desk: ReactionDesk,
): Promise<void> {
	if (!isWaiting(incident) || incident.problemId === null) return;
	if (before && isWaiting(before) && before.problemId === incident.problemId) return;
	const problem = await desk.find(incident.problemId);
	const fix = problem && fixOf(problem);
	if (!problem || fix === null || waitsSince(incident) > (problem.resolvedAt ?? 0)) return;
	await resolveBy({ problem, fix }, incident, desk);
}

/** How a problem was fixed; `null` while it is not. */
function fixOf(problem: Ticket): string | null {
	const fix = fieldValue(problem, "$fixNotes");
	const isFixed = problem.closeCode === PROBLEM_CODE.fixApplied && problem.resolvedAt !== null;
	return isFixed && typeof fix === "string" ? fix : null;
}

async function resolveBy(
	{ problem, fix }: { readonly problem: Ticket; readonly fix: string },
	incident: Ticket,
	desk: ReactionDesk,
): Promise<void> {
	const set = { state: INCIDENT_STATE.resolved, closeCode: "Solved (Permanently)", closeNotes: fix };
	const resolved = isMajor(incident) ? null : await desk.change(RULE, incident.id, set);
	// A major incident is left to people, and so is one whose rules ask for more; they are told.
	if (!resolved) await desk.change(RULE, incident.id, {}, resolvedNote(problem.number, fix));
}

/** From when on it has been on hold for its problem. */
function waitsSince({ track, openedAt }: Ticket): EpochMs {
	const before = track.findLastIndex(
		([, state, holdReason]) => state !== INCIDENT_STATE.onHold || holdReason !== HOLD_REASON.awaitingProblem,
	);
	return track[before + 1]?.[0] ?? openedAt;
}

function isWaiting({ kind, state, holdReason }: Ticket): boolean {
	return kind === "incident" && state === INCIDENT_STATE.onHold && holdReason === HOLD_REASON.awaitingProblem;
}

function resolvedNote(number: string, fix: string) {
	const text = `${number}, which this incident waits for, is resolved. The fix: ${fix}`;
	return { kind: "workNote", text: text.slice(0, LIMITS.note) } as const;
}
