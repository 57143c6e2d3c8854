import { ActionIcon, Button } from "@mantine/core";
import {
	IconDownload,
	IconLayoutSidebarRightCollapse,
	IconLayoutSidebarRightExpand,
	IconPlus,
} from "@tabler/icons-react";
import { type KeyboardEvent, memo, type RefObject } from "react";
import { useLocation } from "wouter";
import { useTopic } from "../data/index.ts";
import { ShortcutKeys } from "../keys/index.ts";
import { exportCsv } from "../queue-export/index.ts";
import {
	isDecidedByView,
	LIST_FILTERS,
	type ListFilterName,
	shownWork,
	useQueueStore,
	usualOf,
} from "../queue-state/index.ts";
import { ViewButtons } from "../saved-views/index.ts";
import { SearchField } from "../search/index.ts";
import { queueText } from "../text/en/queue.ts";
import { searchText } from "../text/en/search.ts";
import type { SearchReading, ViewQuery } from "../worker/views/view-protocol.ts";
import { ActiveFilters } from "./active-filters.tsx";
import { FilterMenu } from "./filter-menu.tsx";
import { NewMenu } from "./new-menu.tsx";
import classes from "./queue.module.css";
import { type FilterChoices, useFilterChoices } from "./use-filter-choices.ts";

interface Props {
	readonly filterRef: RefObject<HTMLInputElement | null>;
	readonly gridRef: RefObject<HTMLDivElement | null>;
	readonly kinds: ViewQuery["kinds"];
	readonly isOpen: boolean;
	/** `undefined` before the first answer. */
	readonly total: number | undefined;
	readonly isComplete: boolean;
	readonly reading: SearchReading | undefined;
}

/** Words, menus, what is active, how many are left, and what can be done with the list. */
export const FilterBar = memo(function FilterBar(props: Props) {
	const base = useQueueStore((state) => usualOf(state, state.view).base);
	const choices = useFilterChoices(props.kinds, props.isOpen);
	return (
		<search className={classes.bar} aria-label={queueText.filtersLabel}>
			<TextFilter filterRef={props.filterRef} gridRef={props.gridRef} />
			{LIST_FILTERS.filter((name) => !isDecidedByView(base, name)).map((name) => (
				<ListFilter key={name} name={name} choices={choices} />
			))}
			<ActiveFilters choices={choices} />
			<Total total={props.total} isComplete={props.isComplete} reading={props.reading} />
			<ListActions />
		</search>
	);
});

/** The one part of the bar that is drawn with every key. */
function TextFilter({ filterRef, gridRef }: Pick<Props, "filterRef" | "gridRef">) {
	const text = useQueueStore((state) => shownWork(state).filters.text);
	const setFilter = useQueueStore((state) => state.setFilter);

	function handleKeyDown(event: KeyboardEvent): void {
		if (event.key === "Escape" && text !== "") setFilter("text", "");
		else if (event.key === "Escape" || event.key === "ArrowDown" || event.key === "Enter")
			gridRef.current?.focus();
		else return;
		event.preventDefault();
	}

	return (
		<SearchField
			fieldRef={filterRef}
			className={classes.text}
			value={text}
			onChange={changeText}
			onKeyDown={handleKeyDown}
			placeholder={queueText.filterPlaceholder}
			label={queueText.filterLabel}
			aside={text === "" ? FILTER_KEYS : null}
		/>
	);
}

const FILTER_KEYS = <ShortcutKeys id="filter" />;

function changeText(text: string): void {
	useQueueStore.getState().setFilter("text", text);
}

interface ListFilterProps {
	readonly name: ListFilterName;
	readonly choices: FilterChoices;
}

const ListFilter = memo(function ListFilter({ name, choices }: ListFilterProps) {
	const chosen = useQueueStore((state) => shownWork(state).filters[name]);
	return (
		<FilterMenu
			label={queueText.filters[name]}
			choices={choices[name]}
			chosen={chosen.map(String)}
			onChange={(values) => choices.apply(name, values)}
		/>
	);
});

function Total({ total, isComplete, reading }: Pick<Props, "total" | "isComplete" | "reading">) {
	// For who may not read the desk nothing is on its way.
	const isComing = useTopic("sync", null)?.state !== "no-access" && !isComplete;
	if (total === undefined) return <span className={classes.total} />;
	return (
		<span className={classes.total} role="status">
			{queueText.total(total)}
			{isComing ? `, ${queueText.loadingMore}` : ""}
			{reading && reading.near.length > 0 ? `, ${searchText.near(reading)}` : ""}
		</span>
	);
}

const ListActions = memo(function ListActions() {
	const [, navigate] = useLocation();
	const isPreviewOpen = useQueueStore((state) => state.isPreviewOpen);
	const togglePreview = useQueueStore((state) => state.togglePreview);
	const previewLabel = isPreviewOpen ? queueText.hidePreview : queueText.showPreview;
	const PreviewIcon = isPreviewOpen ? IconLayoutSidebarRightCollapse : IconLayoutSidebarRightExpand;
	return (
		<div className={classes.actions}>
			<ViewButtons />
			<ActionIcon
				aria-label={queueText.exportCsv}
				data-hint={queueText.exportCsv}
				onClick={() => void exportCsv()}
			>
				<IconDownload size={16} stroke={1.6} />
			</ActionIcon>
			<ActionIcon
				aria-label={previewLabel}
				data-hint={previewLabel}
				aria-pressed={isPreviewOpen}
				onClick={togglePreview}
			>
				<PreviewIcon size={16} stroke={1.6} />
			</ActionIcon>
			<Button leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => navigate("/new")}>
				{queueText.newIncident}
			</Button>
			<NewMenu />
		</div>
	);
});
