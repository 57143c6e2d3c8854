import { useCallback, useMemo, useRef } from "react";
import { useLocation } from "wouter";
import {
	makeQuery,
	nextOrder,
	shownWork,
	useMarks,
	useQueueStore,
	usualOf,
	type ViewKey,
} from "../queue-state/index.ts";
import { useSavedViews, useViewName, ViewDialogs, ViewGone, ViewList } from "../saved-views/index.ts";
import { queueText } from "../text/en/queue.ts";
import { TicketCommands } from "../ticket/index.ts";
import { useTitle } from "../title/index.ts";
import type { QueueRow, ViewOrder } from "../worker/views/view-protocol.ts";
import { EmptyQueue } from "./empty-queue.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { MarksBar } from "./marks-bar.tsx";
import { PreviewPane } from "./preview-pane.tsx";
import classes from "./queue.module.css";
import { QueueLoading } from "./queue-loading.tsx";
import { TicketGrid } from "./ticket-grid.tsx";
import { useMarking } from "./use-marking.ts";
import { useQueueAddress } from "./use-queue-address.ts";
import { useQueueKeys } from "./use-queue-keys.ts";
import { useRestedValue } from "./use-resting-value.ts";
import { type Selection, useSelection } from "./use-selection.ts";
import { useViewRows } from "./use-view-rows.ts";
import { ViewTabs } from "./view-tabs.tsx";

/** The ticket list of one view, with the saved ones beside it. */
export function QueuePage({ view: viewOfPath }: { readonly view: string | undefined }) {
	const isKnown = useQueueAddress(viewOfPath);
	const view = useQueueStore((state) => state.view);
	const isHeard = useSavedViews() !== undefined;
	return (
		<div className={classes.page}>
			<ViewTabs view={view} />
			{isKnown ? (
				<Queue view={view} />
			) : (
				<div className={classes.panes}>
					<ViewList view={view} />
					{isHeard ? <ViewGone /> : <QueueLoading />}
				</div>
			)}
		</div>
	);
}

/** The list itself, with a preview of the chosen ticket beside it. */
function Queue({ view }: { readonly view: ViewKey }) {
	const [, navigate] = useLocation();
	const work = useQueueStore(shownWork);
	const isPreviewOpen = useQueueStore((state) => state.isPreviewOpen);
	const base = useQueueStore((state) => usualOf(state, state.view).base);
	const name = useViewName(view);
	useTitle(`${queueText.title}: ${name}`);
	const { filters, order } = work;
	const query = useMemo(() => makeQuery(base, filters, order), [base, filters, order]);
	const grid = useRef<HTMLDivElement>(null);
	const filter = useRef<HTMLInputElement>(null);
	const { rows, isStale, onRange, onAct } = useViewRows(query, work.selectedIndex);
	const selection = useSelection(query, rows, isStale);
	const marking = useMarking(query, rows, selection);
	const move = useCallback(
		(index: number) => {
			useMarks.getState().settle();
			selection.moveTo(index);
		},
		[selection.moveTo],
	);
	const open = useCallback((row: QueueRow) => navigate(`/tickets/${row.number}`), [navigate]);
	const showPreview = useCallback(() => {
		if (!useQueueStore.getState().isPreviewOpen) useQueueStore.getState().togglePreview();
	}, []);
	const sort = useCallback((by: ViewOrder["by"]) => {
		const state = useQueueStore.getState();
		state.setOrder(nextOrder(usualOf(state, state.view).order, shownWork(state).order, by));
	}, []);
	const backToList = useCallback(() => grid.current?.focus({ preventScroll: true }), []);
	const hasMarks = useMarks((state) => state.ids.size > 0);
	const previewId = usePreviewId(selection, rows?.total === 0 && !isStale);
	useQueueKeys({ rows, selection, marking, filter, grid, onAct, onOpen: open });

	return (
		<>
			<h1 className="visually-hidden">{`${queueText.title}: ${name}`}</h1>
			<FilterBar
				filterRef={filter}
				gridRef={grid}
				kinds={query.kinds}
				isOpen={query.isOpen}
				total={rows?.total}
				isComplete={rows?.isComplete ?? false}
				reading={rows?.reading}
			/>
			<div className={classes.panes}>
				<ViewList view={view} />
				{rows === undefined || (!rows.isComplete && rows.total === 0) ? (
					<QueueLoading />
				) : rows.total === 0 && !isStale ? (
					<EmptyQueue view={base} filters={work.filters} reading={rows.reading} />
				) : (
					<TicketGrid
						gridRef={grid}
						label={queueText.gridLabel(name)}
						rows={rows}
						columns={work.columns}
						order={work.order}
						selectedId={selection.drawnId}
						selectedIndex={selection.selectedIndex}
						reveal={selection.reveal}
						onRange={onRange}
						onMove={move}
						onExtend={marking.extendTo}
						onMark={marking.markRow}
						onSelect={selection.select}
						onOpen={open}
						onSort={sort}
						onAct={onAct}
					/>
				)}
				{isPreviewOpen ? <PreviewPane ticketId={previewId} /> : null}
			</div>
			<MarksBar
				total={rows?.total ?? 0}
				gridRef={grid}
				atHandId={selection.selectedId}
				onMarkAll={marking.markAll}
			/>
			{selection.selectedId === null || hasMarks ? null : (
				<TicketCommands ticketId={selection.selectedId} watchedId={previewId} onWrite={showPreview} />
			)}
			<ViewDialogs onClosed={backToList} />
		</>
	);
}

/**
 * While another list is being asked for nothing is chosen; the ticket beside it stays until something is.
 * One that was not chosen by the person comes when the list rests: who types looks at the rows.
 */
function usePreviewId({ selectedId, isChosen }: Selection, isEmpty: boolean): string | null {
	const last = useRef(selectedId);
	if (selectedId !== null || isEmpty) last.current = selectedId;
	const later = useRestedValue(last.current);
	return isChosen ? last.current : later;
}
