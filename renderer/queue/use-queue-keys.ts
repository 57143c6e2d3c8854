import { type RefObject, useEffect } from "react";
import { useLocation } from "wouter";
import { useShortcuts } from "../keys/index.ts";
import { exportCsv } from "../queue-export/index.ts";
import { useQueueStore, VIEW_IDS } from "../queue-state/index.ts";
import type { QueueRow, ViewRows } from "../worker/views/view-protocol.ts";
import type { Marking } from "./use-marking.ts";
import type { Selection } from "./use-selection.ts";
import { rowAt } from "./view-window.ts";

interface QueueKeys {
	readonly rows: ViewRows | undefined;
	readonly selection: Selection;
	readonly marking: Marking;
	readonly filter: RefObject<HTMLInputElement | null>;
	readonly grid: RefObject<HTMLDivElement | null>;
	readonly onAct: () => void;
	readonly onOpen: (row: QueueRow) => void;
}

/** The keys of the list; the list takes the focus when it appears. */
export function useQueueKeys(keys: QueueKeys): void {
	const { rows, selection, marking, filter, grid, onAct, onOpen } = keys;
	const [, navigate] = useLocation();
	const { togglePreview, clearFilters } = useQueueStore.getState();
	const hasRows = (rows?.total ?? 0) > 0;

	function move(step: number): void {
		onAct();
		selection.moveTo(selection.selectedIndex + step);
		grid.current?.focus({ preventScroll: true });
	}
	function openChosen(): void {
		const row = rows && rowAt(rows, selection.selectedIndex);
		if (!row) return;
		selection.select(row, selection.selectedIndex);
		onOpen(row);
	}
	function showView(index: number): void {
		navigate(`/queues/${VIEW_IDS[index] ?? "open"}`);
		grid.current?.focus({ preventScroll: true });
	}

	function extend(step: number): void {
		onAct();
		marking.extendTo(Math.max(0, Math.min(selection.selectedIndex + step, (rows?.total ?? 1) - 1)));
	}

	useShortcuts({
		mark: marking.toggle,
		markDown: () => extend(1),
		markUp: () => extend(-1),
		markAll: marking.markAll,
		down: () => move(1),
		up: () => move(-1),
		nextTicket: () => move(1),
		previousTicket: () => move(-1),
		open: openChosen,
		preview: togglePreview,
		filter: () => filter.current?.select(),
		clearFilters,
		exportCsv: () => void exportCsv(),
		view1: () => showView(0),
		view2: () => showView(1),
		view3: () => showView(2),
		view4: () => showView(3),
		view5: () => showView(4),
		view6: () => showView(5),
		view7: () => showView(6),
		view8: () => showView(7),
		view9: () => showView(8),
	});

	useEffect(() => {
		if (hasRows && document.activeElement === document.body) grid.current?.focus({ preventScroll: true });
	}, [hasRows, grid]);
}
