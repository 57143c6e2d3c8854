import { mergedInto } from "../../../../shared/ticket/merging.ts";
import type { Reaction } from "./reaction.ts";

const RULE = "merged";

/** The ticket that stands for others says in its own history which were merged into it, and which were taken out again. */
export const tellMerged: Reaction = async ({ before, after }, desk) => {
	const was = before && mergedInto(before);
	const is = mergedInto(after);
	if (was === is) return;
	const tell = (ticketId: string, text: string) =>
		desk.change(RULE, ticketId, {}, { kind: "workNote", text });
	if (was !== null) await tell(was, `${after.number} is a ticket of its own again.`);
	if (is !== null) await tell(is, `${after.number} was merged into this one.`);
};
