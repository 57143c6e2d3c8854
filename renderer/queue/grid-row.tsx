// biome-ignore-all lint/a11y/useSemanticElements: rows are drawn by need, which table elements can not be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import type { Cell, Row } from "@tanstack/react-table";
import { type MouseEvent, memo, type ReactNode } from "react";
import { Faces } from "../presence/index.ts";
import type { PersonAt } from "../worker/presence/presences.ts";
import type { QueueRow } from "../worker/views/view-protocol.ts";
import type { gridFeatures } from "./grid-columns.tsx";
import classes from "./queue.module.css";

export const ROW_HEIGHT = 34;

interface Props {
	readonly row: Row<typeof gridFeatures, QueueRow>;
	readonly index: number;
	readonly top: number;
	/** What keys do they do to this one. */
	readonly isAtHand: boolean;
	/** It is one of those that are chosen together. */
	readonly isMarked: boolean;
	readonly hasMarks: boolean;
	readonly template: string;
	/** Others who are at this ticket. */
	readonly people: readonly PersonAt[] | undefined;
	readonly onSelect: (row: QueueRow, index: number) => void;
	readonly onMark: (row: QueueRow, index: number, isRange: boolean) => void;
	readonly onOpen: (row: QueueRow) => void;
}

export function rowElementId(ticketId: string): string {
	return `row-${ticketId}`;
}

/** One ticket of the list. The grid itself has the focus and names its active row. */
export const GridRow = memo(function GridRow(props: Props) {
	const { row, index, top, isAtHand, isMarked, template, people, onSelect, onOpen } = props;
	const ticket = row.original;
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys for its active row
		<div
			id={rowElementId(ticket.id)}
			role="row"
			tabIndex={-1}
			className={classes.row}
			data-ticket-id={ticket.id}
			aria-rowindex={index + 2}
			data-at-hand={isAtHand || undefined}
			data-marked={isMarked || undefined}
			aria-selected={props.hasMarks ? isMarked : isAtHand}
			style={{ top, gridTemplateColumns: template }}
			onClick={(event) => {
				if (isPlainLinkClick(event)) {
					event.preventDefault();
					onOpen(ticket);
				} else if (isMarking(event)) props.onMark(ticket, index, event.shiftKey);
				else onSelect(ticket, index);
			}}
			onMouseDown={(event) => {
				// A range of rows, not of letters.
				if (isMarking(event)) event.preventDefault();
			}}
			onDoubleClick={() => onOpen(ticket)}
		>
			{row.getAllCells().map((cell) => (
				<div key={cell.id} role="gridcell" className={classes.cell} data-column={cell.column.id}>
					{drawCell(cell)}
					{people && cell.column.id === "shortDescription" ? (
						<span className={classes.people}>
							<Faces people={people} />
						</span>
					) : null}
				</div>
			))}
		</div>
	);
});

/** Cells are plain functions: as components of their own each row would be a third more to draw. */
function drawCell(cell: Cell<typeof gridFeatures, QueueRow>): ReactNode {
	const { cell: draw } = cell.column.columnDef;
	return typeof draw === "function" ? draw(cell.getContext()) : draw;
}

/** With a key held down a press chooses rows; on a link it is the browser's. */
function isMarking(event: MouseEvent): boolean {
	const isHeld = event.shiftKey || event.ctrlKey || event.metaKey;
	return isHeld && !(event.target instanceof Element && event.target.closest("a"));
}

/** Other buttons and keys leave a link to the browser: a new tab, a download. */
function isPlainLinkClick(event: MouseEvent): boolean {
	const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
	return isPlain && event.target instanceof Element && event.target.closest("a") !== null;
}

/** Holds a row's place for the moment until the worker has answered after a long jump. */
export function PlaceholderRow({ index, top }: { readonly index: number; readonly top: number }) {
	return (
		<div
			role="row"
			tabIndex={-1}
			aria-rowindex={index + 2}
			aria-busy="true"
			className={classes.row}
			style={{ top }}
		>
			<div role="gridcell" className={classes.placeholder} />
		</div>
	);
}
