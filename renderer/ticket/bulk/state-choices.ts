import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import { lifecycleOf, type Move, type StateDefinition } from "../../../shared/ticket/lifecycle.ts";
import { ticketText } from "../../text/en/ticket.ts";
import { readStateKey, stateKey } from "./bulk-values.ts";

/** What a form can say beside a state. */
const ASKABLE: ReadonlySet<string> = new Set(["holdReason", "followUpAt", "closeCode", "closeNotes"]);

interface StateGroup {
	readonly group: string;
	readonly items: { readonly value: string; readonly label: string }[];
}

/** The states that a person may take tickets of these kinds to, by kind. Approvals are decided one by one. */
export function bulkStates(kinds: readonly TicketKind[]): StateGroup[] {
	return kinds
		.filter((kind) => kind !== "approval")
		.map((kind) => ({
			group: ticketText.kindName(kind),
			items: lifecycleOf(kind)
				.states.filter(({ value }) => movesTo(kind, value).length > 0)
				.map(({ value, name }: StateDefinition) => ({ value: stateKey(kind, value), label: name })),
		}));
}

/** The fields that a state, or any move to it, asks for. */
export function fieldsAskedBy(key: string | null): ReadonlySet<string> {
	if (key === null) return new Set();
	const { kind, state } = readStateKey(key);
	const target = lifecycleOf(kind).states.find(({ value }) => value === state);
	const requirements = [
		...(target?.requires ?? []),
		...movesTo(kind, state).flatMap(({ requires = [] }) => requires),
	];
	return new Set(requirements.flatMap(({ anyOf = [] }) => anyOf).filter((field) => ASKABLE.has(field)));
}

function movesTo(kind: TicketKind, state: number): readonly Move[] {
	return lifecycleOf(kind)
		.states.flatMap(({ moves }) => moves)
		.filter(({ to, by }) => to === state && by !== "system");
}
