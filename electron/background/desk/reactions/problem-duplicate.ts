import { isOpenState } from "../../../../shared/ticket/lifecycle.ts";
import { PROBLEM_CODE, PROBLEM_STATE } from "../../../../shared/ticket/lifecycles/problem.ts";
import { fieldValue } from "../../../../shared/ticket/ticket.ts";
import { entered, type Happened, type ReactionDesk } from "./reaction.ts";

const RULE = "problem-duplicate";

/** The open incidents of a duplicate wait for the problem that stands for both: otherwise nothing would ever resolve them. */
export async function handOnDuplicate(happened: Happened, desk: ReactionDesk): Promise<void> {
	const { after: duplicate } = happened;
	if (!entered(happened, "problem", PROBLEM_STATE.closed)) return;
	const otherId = fieldValue(duplicate, "$duplicateOf");
	if (duplicate.closeCode !== PROBLEM_CODE.duplicate || typeof otherId !== "string") return;
	const other = await desk.find(otherId);
	if (!other) return;
	for (const incident of await desk.causedBy(duplicate.id))
		if (isOpenState(incident.kind, incident.state))
			await desk.change(RULE, incident.id, { problemId: other.id });
	const text = `${duplicate.number} was closed as a duplicate of this one.`;
	await desk.change(RULE, other.id, {}, { kind: "workNote", text });
}
