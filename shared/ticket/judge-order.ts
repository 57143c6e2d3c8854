import type { Refusal } from "../result.ts";
import { fieldLabel } from "./field-labels.ts";
import { lifecycleOf } from "./lifecycle.ts";
import { fieldValue, type Ticket, type TicketPatch } from "./ticket.ts";

/** Whether moments that follow each other still do, where one of them is set. Code: `value_not_allowed`. */
export function judgeOrder(after: Ticket, set: TicketPatch): Refusal | undefined {
	for (const { name, isAfter } of lifecycleOf(after.kind).fields) {
		if (isAfter === undefined || (set[name] === undefined && set[isAfter] === undefined)) continue;
		const [start, end] = [fieldValue(after, isAfter), fieldValue(after, name)];
		if (typeof start !== "number" || typeof end !== "number" || start < end) continue;
		const labels = [fieldLabel(after.kind, name), fieldLabel(after.kind, isAfter)] as const;
		return {
			code: "value_not_allowed",
			message: `The ${labels[0]} must come after the ${labels[1]}.`,
			path: set[name] === undefined ? isAfter : name,
		};
	}
	return undefined;
}
