import { TICKET_KINDS, type TicketKind } from "../../shared/ticket/kinds.ts";
import { isOpenState, lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import { ticketText } from "../text/en/ticket.ts";

export interface StateChoice {
	readonly value: number;
	/** `New`, or `New / Open` where kinds give one value different names. */
	readonly label: string;
}

/** The states that tickets of some kinds can be in; with none given, of all kinds. */
export function stateChoices(kinds: readonly TicketKind[], isOpenOnly: boolean): readonly StateChoice[] {
	const names = new Map<number, Set<string>>();
	for (const kind of kinds.length > 0 ? kinds : TICKET_KINDS) {
		for (const { value } of lifecycleOf(kind).states) {
			if (isOpenOnly && !isOpenState(kind, value)) continue;
			names.set(value, (names.get(value) ?? new Set()).add(ticketText.state(kind, value)));
		}
	}
	return [...names].map(([value, labels]) => ({ value, label: [...labels].join(" / ") }));
}
