import { isOpenChild } from "../../../../shared/ticket/incident-rules.ts";
import { INCIDENT_STATE } from "../../../../shared/ticket/lifecycles/incident.ts";
import { entered, type Reaction } from "./reaction.ts";

/**
 * Who resolves a parent may resolve its open children with it, with the same code and notes. The desk does it,
 * by how they stand when it hears of it: those that are resolved by then are left alone.
 */
export const resolveChildren: Reaction = async (happened, desk) => {
	const { after } = happened;
	const { resolved } = INCIDENT_STATE;
	if (!entered(happened, "incident", resolved) || after.$resolvesChildren !== 1) return;
	const { closeCode, closeNotes } = after;
	for (const child of await desk.partsOf(after.id, "incident")) {
		if (!isOpenChild(child)) continue;
		const text = `Resolved with its parent ${after.number}.`;
		await desk.change(
			"resolved-with-parent",
			child.id,
			{ state: resolved, closeCode, closeNotes },
			{ kind: "workNote", text },
		);
	}
};
