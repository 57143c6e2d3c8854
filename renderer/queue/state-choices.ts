import type { TicketKind } from "../../shared/ticket/kinds.ts";
import { isOpenState, lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import { ticketText } from "../text/en/ticket.ts";
import { usualKinds } from "../worker/views/aside-kinds.ts";

export interface StateChoice {
	readonly value: number;
	/** `New`, or `New / Open` where kinds give one value different names. */
	readonly label: string;
}

interface Found {
	readonly value: number;
	readonly kinds: TicketKind[];
	readonly names: Set<string>;
}

/**
 * The states that tickets of some kinds can be in; with none given, of those that lists show then. Where kinds give
 * two values one name, the kinds are named too.
 */
export function stateChoices(kinds: readonly TicketKind[], isOpenOnly: boolean): readonly StateChoice[] {
	const found = findStates(kinds.length > 0 ? kinds : usualKinds(), isOpenOnly);
	const labels = found.map(({ names }) => [...names].join(" / "));
	return found.map(({ value, kinds: of }, index) => {
		const label = labels[index] ?? "";
		const isTaken = labels.some((other, at) => at !== index && other.split(" / ").includes(label));
		const owners = of.map(ticketText.kindName).join(", ");
		return { value, label: isTaken ? `${label} (${owners})` : label };
	});
}

function findStates(kinds: readonly TicketKind[], isOpenOnly: boolean): readonly Found[] {
	const found = new Map<number, Found>();
	for (const kind of kinds) {
		for (const { value } of lifecycleOf(kind).states) {
			if (isOpenOnly && !isOpenState(kind, value)) continue;
			const entry = found.get(value) ?? { value, kinds: [], names: new Set() };
			entry.kinds.push(kind);
			entry.names.add(ticketText.state(kind, value));
			found.set(value, entry);
		}
	}
	return [...found.values()];
}
