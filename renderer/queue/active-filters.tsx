import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import {
	countFilters,
	LIST_FILTERS,
	type ListFilterName,
	shownWork,
	useQueueStore,
} from "../queue-state/index.ts";
import { TermPills } from "../search/index.ts";
import { queueText } from "../text/en/queue.ts";
import classes from "./queue.module.css";
import type { FilterChoices } from "./use-filter-choices.ts";

/** What narrows the list now; each goes with one press. */
export function ActiveFilters({ choices }: { readonly choices: FilterChoices }) {
	const filters = useQueueStore((state) => shownWork(state).filters);
	const clearFilters = useQueueStore((state) => state.clearFilters);
	const active = LIST_FILTERS.filter((name) => filters[name].length > 0);
	if (countFilters(filters) === 0) return null;
	return (
		<>
			<div className={classes.active}>
				{active.map((name) => (
					<ActiveFilter key={name} name={name} values={filters[name].map(String)} choices={choices} />
				))}
				<TermPills text={filters.text} onChange={changeText} />
			</div>
			<Button variant="subtle" color="gray" size="compact-xs" onClick={clearFilters}>
				{queueText.clearAll}
			</Button>
		</>
	);
}

function changeText(text: string): void {
	useQueueStore.getState().setFilter("text", text);
}

interface ActiveProps {
	readonly name: ListFilterName;
	readonly values: readonly string[];
	readonly choices: FilterChoices;
}

function ActiveFilter({ name, values, choices }: ActiveProps) {
	const label = queueText.filters[name];
	const names = values.map((value) => choices[name].find((choice) => choice.value === value)?.label ?? value);
	const [first = ""] = names;
	const short = names.length > 2 ? queueText.andMore(first, names.length - 1) : names.join(", ");
	return (
		<button
			type="button"
			className={classes.pill}
			title={names.join(", ")}
			aria-label={queueText.removeFilter(queueText.activeFilter(label, names.join(", ")))}
			onClick={() => choices.apply(name, [])}
		>
			{queueText.activeFilter(label, short)}
			<IconX size={12} aria-hidden="true" />
		</button>
	);
}
