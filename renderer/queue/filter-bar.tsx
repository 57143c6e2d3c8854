import { ActionIcon, Button, TextInput, Tooltip } from "@mantine/core";
import {
	IconDownload,
	IconLayoutSidebarRightCollapse,
	IconLayoutSidebarRightExpand,
	IconPlus,
	IconSearch,
} from "@tabler/icons-react";
import { type KeyboardEvent, memo, type RefObject } from "react";
import { useLocation } from "wouter";
import { ShortcutKeys } from "../keys/index.ts";
import { exportCsv } from "../queue-export/index.ts";
import { isDecidedByView, LIST_FILTERS, useQueueStore } from "../queue-state/index.ts";
import { queueText } from "../text/en/queue.ts";
import type { ViewQuery, ViewRows } from "../worker/protocol.ts";
import { ActiveFilters } from "./active-filters.tsx";
import { FilterMenu } from "./filter-menu.tsx";
import classes from "./queue.module.css";
import { useFilterChoices } from "./use-filter-choices.ts";

interface Props {
	readonly filterRef: RefObject<HTMLInputElement | null>;
	readonly gridRef: RefObject<HTMLDivElement | null>;
	readonly query: ViewQuery;
	readonly rows: ViewRows | undefined;
}

/** Words, menus, what is active, how many are left, and what can be done with the list. */
export const FilterBar = memo(function FilterBar({ filterRef, gridRef, query, rows }: Props) {
	const view = useQueueStore((state) => state.view);
	const filters = useQueueStore((state) => state.work[state.view].filters);
	const setFilter = useQueueStore((state) => state.setFilter);
	const choices = useFilterChoices(query);

	function handleKeyDown(event: KeyboardEvent): void {
		if (event.key === "Escape" && filters.text !== "") setFilter("text", "");
		else if (event.key === "Escape" || event.key === "ArrowDown" || event.key === "Enter")
			gridRef.current?.focus();
		else return;
		event.preventDefault();
	}

	return (
		<search className={classes.bar} aria-label={queueText.filtersLabel}>
			<TextInput
				ref={filterRef}
				className={classes.text}
				value={filters.text}
				onChange={(event) => setFilter("text", event.currentTarget.value)}
				onKeyDown={handleKeyDown}
				placeholder={queueText.filterPlaceholder}
				aria-label={queueText.filterLabel}
				leftSection={<IconSearch size={14} aria-hidden="true" />}
				rightSection={filters.text === "" ? <ShortcutKeys id="filter" /> : null}
				autoComplete="off"
				spellCheck={false}
			/>
			{LIST_FILTERS.filter((name) => !isDecidedByView(view, name)).map((name) => (
				<FilterMenu
					key={name}
					label={queueText.filters[name]}
					choices={choices[name]}
					chosen={filters[name].map(String)}
					onChange={(values) => choices.apply(name, values)}
				/>
			))}
			<ActiveFilters choices={choices} />
			<Total rows={rows} />
			<ListActions query={query} />
		</search>
	);
});

function Total({ rows }: { readonly rows: ViewRows | undefined }) {
	if (!rows) return <span className={classes.total} />;
	return (
		<span className={classes.total} role="status">
			{queueText.total(rows.total)}
			{rows.isComplete ? "" : `, ${queueText.loadingMore}`}
		</span>
	);
}

function ListActions({ query }: { readonly query: ViewQuery }) {
	const [, navigate] = useLocation();
	const isPreviewOpen = useQueueStore((state) => state.isPreviewOpen);
	const togglePreview = useQueueStore((state) => state.togglePreview);
	const previewLabel = isPreviewOpen ? queueText.hidePreview : queueText.showPreview;
	const PreviewIcon = isPreviewOpen ? IconLayoutSidebarRightCollapse : IconLayoutSidebarRightExpand;
	return (
		<div className={classes.actions}>
			<Tooltip label={queueText.exportCsv}>
				<ActionIcon aria-label={queueText.exportCsv} onClick={() => void exportCsv(query)}>
					<IconDownload size={16} stroke={1.6} />
				</ActionIcon>
			</Tooltip>
			<Tooltip label={previewLabel}>
				<ActionIcon aria-label={previewLabel} aria-pressed={isPreviewOpen} onClick={togglePreview}>
					<PreviewIcon size={16} stroke={1.6} />
				</ActionIcon>
			</Tooltip>
			<Button leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => navigate("/new")}>
				{queueText.newIncident}
			</Button>
		</div>
	);
}
