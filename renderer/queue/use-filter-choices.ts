import { useMemo } from "react";
import { ticketKinds } from "../../shared/ticket/known-lifecycles.ts";
import { useTopic } from "../data/index.ts";
import { type ListFilterName, PRIORITIES, useQueueStore } from "../queue-state/index.ts";
import { queueText } from "../text/en/queue.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { ViewQuery } from "../worker/views/view-protocol.ts";
import { stateChoices } from "./state-choices.ts";

export interface Choice {
	readonly value: string;
	readonly label: string;
}

/** What each filter menu offers, and how a choice reaches the store. */
export type FilterChoices = Readonly<Record<ListFilterName, readonly Choice[]>> & {
	readonly apply: (name: ListFilterName, values: readonly string[]) => void;
};

export function useFilterChoices(kinds: ViewQuery["kinds"], isOpen: boolean): FilterChoices {
	const staff = useTopic("staff", null);
	const lifecycles = useTopic("lifecycles", null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: kinds and their states are known by lifecycles, which a desk edits
	return useMemo(
		() => ({
			states: stateChoices(kinds, isOpen).map(({ value, label }) => ({ value: String(value), label })),
			priorities: PRIORITIES.map((value) => ({ value: String(value), label: ticketText.priority(value) })),
			teamIds: (staff?.teams ?? []).map(({ id, name }) => ({ value: id, label: name })),
			assigneeIds: [
				{ value: "me", label: queueText.me },
				{ value: "none", label: queueText.nobody },
				...(staff?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
			],
			kinds: ticketKinds().map((value) => ({ value, label: ticketText.kindName(value) })),
			apply: applyFilter,
		}),
		[staff, kinds, isOpen, lifecycles],
	);
}

function applyFilter(name: ListFilterName, values: readonly string[]): void {
	const { setFilter } = useQueueStore.getState();
	switch (name) {
		case "states":
			setFilter("states", values.map(Number));
			break;
		case "priorities":
			setFilter(
				"priorities",
				PRIORITIES.filter((priority) => values.includes(String(priority))),
			);
			break;
		case "kinds":
			setFilter(
				"kinds",
				ticketKinds().filter((kind) => values.includes(kind)),
			);
			break;
		default:
			setFilter(name, values);
	}
}
