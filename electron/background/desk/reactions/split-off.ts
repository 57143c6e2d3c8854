import { SPLIT_FROM } from "../../../../shared/ticket/parts/common-fields.ts";
import { fieldValue } from "../../../../shared/ticket/ticket.ts";
import type { Reaction } from "./reaction.ts";

const RULE = "split-off";

/** The ticket that another was split off says so in its own history. */
export const tellSplitOff: Reaction = async ({ before, after }, desk) => {
	const from = before === null ? fieldValue(after, SPLIT_FROM) : null;
	if (typeof from !== "string") return;
	const text = `${after.number} was split off this one: ${after.shortDescription}`;
	await desk.change(RULE, from, {}, { kind: "workNote", text });
};
