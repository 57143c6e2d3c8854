import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./virtual-table.module.css";

export interface TableColumn {
	readonly name: string;
	/** CSS width; the column without one takes what is left. */
	readonly width?: string;
	readonly isNumeric?: boolean;
	/** The heading is only read aloud. */
	readonly isSilent?: boolean;
}

interface Props<Row> {
	readonly label: string;
	readonly columns: readonly TableColumn[];
	readonly rows: readonly Row[];
	readonly rowPx: number;
	readonly minWidthPx: number;
	readonly keyOf: (row: Row) => string;
	/** A whole `tr`, with the row's place among all rows. */
	/** The last row comes in sight: the place to ask for more of them. */
	readonly onEnd?: (() => void) | null;
	readonly renderRow: (row: Row, rowIndex: number) => ReactNode;
}

/** A table with only the rows in sight in the page, so that thousands scroll as ten do. */
export function VirtualTable<Row>({
	label,
	columns,
	rows,
	rowPx,
	minWidthPx,
	keyOf,
	onEnd = null,
	renderRow,
}: Props<Row>) {
	const scroller = useRef<HTMLDivElement>(null);
	const virtualizer = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => rowPx,
		overscan: 8,
		getItemKey: (index) => {
			const row = rows[index];
			return row === undefined ? index : keyOf(row);
		},
	});
	const items = virtualizer.getVirtualItems();
	const isAtEnd = rows.length > 0 && items.at(-1)?.index === rows.length - 1;
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked again for each length that was reached.
	useEffect(() => {
		if (isAtEnd) onEnd?.();
	}, [isAtEnd, rows.length]);
	const above = items[0]?.start ?? 0;
	const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
	return (
		<div ref={scroller} className={classes.scroller}>
			<table
				className={classes.table}
				style={{ minWidth: minWidthPx }}
				aria-label={label}
				aria-rowcount={rows.length + 1}
			>
				<colgroup>
					{columns.map(({ name, width }) => (
						<col key={name} style={{ width }} />
					))}
				</colgroup>
				<thead>
					<tr aria-rowindex={1}>
						{columns.map(({ name, isNumeric, isSilent }) => (
							<th key={name} scope="col" data-numeric={isNumeric || undefined}>
								<span className={isSilent ? "visually-hidden" : undefined}>{name}</span>
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{above > 0 && <tr style={{ height: above }} />}
					{items.map((item) => {
						const row = rows[item.index];
						return row === undefined ? null : renderRow(row, item.index + 2);
					})}
					{below > 0 && <tr style={{ height: below }} />}
				</tbody>
			</table>
		</div>
	);
}
