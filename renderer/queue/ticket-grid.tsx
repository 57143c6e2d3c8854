// biome-ignore-all lint/a11y/useSemanticElements: rows are drawn by need, which table elements can not be
import { useElementSize } from "@mantine/hooks";
import { useTable } from "@tanstack/react-table";
import { type KeyboardEvent, memo, type RefObject, useEffect, useMemo } from "react";
import type { ColumnId } from "../../shared/view/columns.ts";
import { useTopic } from "../data/index.ts";
import { useMarks } from "../queue-state/index.ts";
import { queueText } from "../text/en/queue.ts";
import type { QueueRow, ViewOrder, ViewRows } from "../worker/views/view-protocol.ts";
import { chooseColumns, columnTemplate, widthOf } from "./choose-columns.ts";
import { GRID_COLUMNS, gridFeatures } from "./grid-columns.tsx";
import { GridHead } from "./grid-head.tsx";
import { GridRow, PlaceholderRow, rowElementId } from "./grid-row.tsx";
import classes from "./queue.module.css";
import { useRowWindow } from "./use-row-window.ts";
import { rowAt } from "./view-window.ts";

interface Props {
	readonly gridRef: RefObject<HTMLDivElement | null>;
	readonly label: string;
	readonly rows: ViewRows;
	/** Those that somebody chose; `null`: the usual ones that fit. */
	readonly columns: readonly ColumnId[] | null;
	readonly order: ViewOrder;
	readonly selectedId: string | null;
	readonly selectedIndex: number;
	/** The row to bring on screen; another object asks again. */
	readonly reveal: { readonly index: number };
	readonly onRange: (first: number, last: number) => void;
	readonly onMove: (index: number) => void;
	/** Chooses all from where the range began to there. */
	readonly onExtend: (index: number) => void;
	readonly onMark: (row: QueueRow, index: number, isRange: boolean) => void;
	readonly onSelect: (row: QueueRow, index: number) => void;
	readonly onOpen: (row: QueueRow) => void;
	readonly onSort: (by: ViewOrder["by"]) => void;
	readonly onAct: () => void;
}

const NO_ROWS: QueueRow[] = [];

/** The virtualised list of a view; it holds the focus and moves an active row by keyboard. */
export const TicketGrid = memo(function TicketGrid(props: Props) {
	const { gridRef, rows, selectedId, selectedIndex, onRange, onMove } = props;
	const marked = useMarks((state) => state.ids);
	const present = useTopic("presence", null);
	const { ref: sizeRef, width } = useElementSize<HTMLDivElement>();
	const columnIds = useMemo(() => chooseColumns(width, props.columns), [width, props.columns]);
	const template = columnTemplate(columnIds);
	// Only chosen ones scroll sideways.
	const minWidth = props.columns ? widthOf(columnIds) : 0;
	const tableRows = useGridRows(rows, columnIds);
	const { indexes, elements, pageRows, height, topOf, reveal } = useRowWindow(gridRef, rows.total);
	const first = indexes[0] ?? 0;
	const last = indexes.at(-1) ?? 0;

	useEffect(() => onRange(first, last), [onRange, first, last]);
	useEffect(() => reveal(props.reveal.index), [reveal, props.reveal]);

	const isActiveDrawn = selectedId !== null && indexes.some((index) => rowAt(rows, index)?.id === selectedId);

	function handleKeyDown(event: KeyboardEvent): void {
		const target = targetIndex(event, { selectedIndex, total: rows.total, pageRows });
		if (target === null) return;
		event.preventDefault();
		if (event.shiftKey) props.onExtend(target);
		else onMove(target);
	}

	return (
		<div ref={sizeRef} className={classes.gridBox}>
			<div
				ref={gridRef}
				role="grid"
				tabIndex={0}
				className={classes.grid}
				aria-label={props.label}
				aria-rowcount={rows.total + 1}
				aria-colcount={columnIds.length}
				aria-busy={!rows.isComplete}
				aria-multiselectable="true"
				aria-activedescendant={isActiveDrawn ? rowElementId(selectedId) : undefined}
				onKeyDown={handleKeyDown}
				onPointerMove={props.onAct}
			>
				<GridHead
					columns={columnIds}
					template={template}
					minWidth={minWidth}
					order={props.order}
					onSort={props.onSort}
				/>
				<div role="rowgroup" className={classes.body} style={{ height, minWidth }}>
					{indexes.map((index) => {
						const row = tableRows[index - rows.from];
						const top = topOf(index);
						if (!row) return <PlaceholderRow key={`empty-${index}`} index={index} top={top} />;
						return (
							<GridRow
								// An element is written anew rather than made anew where another ticket takes its place.
								key={index % elements}
								row={row}
								index={index}
								top={top}
								template={template}
								people={present?.[row.id]}
								isAtHand={row.id === selectedId}
								isMarked={marked.has(row.id)}
								hasMarks={marked.size > 0}
								onSelect={props.onSelect}
								onMark={props.onMark}
								onOpen={props.onOpen}
							/>
						);
					})}
				</div>
			</div>
			<p className="visually-hidden">{queueText.gridHelp}</p>
		</div>
	);
});

function useGridRows(rows: ViewRows, columnIds: readonly ColumnId[]) {
	const columns = useMemo(
		() => columnIds.flatMap((id) => GRID_COLUMNS.filter((column) => column.id === id)),
		[columnIds],
	);
	const data = rows.rows.length > 0 ? rows.rows : NO_ROWS;
	const table = useTable({
		features: gridFeatures,
		columns,
		data,
		getRowId: (row) => row.id,
		manualSorting: true,
	});
	return table.getRowModel().rows;
}

interface Place {
	readonly selectedIndex: number;
	readonly total: number;
	readonly pageRows: number;
}

/** Which row a key leads to; `null` for keys that are not the grid's. */
function targetIndex(event: KeyboardEvent, { selectedIndex, total, pageRows }: Place): number | null {
	if (event.ctrlKey || event.metaKey || event.altKey || total === 0) return null;
	const targets: Readonly<Record<string, number>> = {
		ArrowDown: selectedIndex + 1,
		ArrowUp: selectedIndex - 1,
		PageDown: selectedIndex + pageRows,
		PageUp: selectedIndex - pageRows,
		Home: 0,
		End: total - 1,
	};
	const target = targets[event.key];
	return target === undefined ? null : Math.min(total - 1, Math.max(0, target));
}
