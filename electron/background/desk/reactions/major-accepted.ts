import { isMajor } from "../../../../shared/ticket/incident-rules.ts";
import type { Reaction } from "./reaction.ts";

/** Who accepts a major incident has it from then on. */
export const majorAccepted: Reaction = async ({ before, after, actor }, desk) => {
	if (actor.kind !== "person" || !isMajor(after) || (before && isMajor(before))) return;
	if (after.assigneeId !== actor.id) await desk.change("major-accepted", after.id, { assigneeId: actor.id });
};
