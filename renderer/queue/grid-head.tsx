// biome-ignore-all lint/a11y/useSemanticElements: rows are drawn by need, which table elements can not be
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { ColumnId } from "../../shared/view/columns.ts";
import { queueText } from "../text/en/queue.ts";
import type { ViewOrder } from "../worker/views/view-protocol.ts";
import { COLUMN_ORDER } from "./grid-columns.tsx";
import classes from "./queue.module.css";

interface Props {
	readonly columns: readonly ColumnId[];
	readonly template: string;
	/** What the columns need, px. */
	readonly minWidth: number;
	readonly order: ViewOrder;
	readonly onSort: (by: ViewOrder["by"]) => void;
}

/** The heads of the columns: each a button that sorts. */
export function GridHead({ columns, template, minWidth, order, onSort }: Props) {
	return (
		<div
			role="row"
			tabIndex={-1}
			aria-rowindex={1}
			className={classes.head}
			style={{ gridTemplateColumns: template, minWidth }}
		>
			{columns.map((id) => (
				<HeadCell key={id} id={id} order={order} onSort={onSort} />
			))}
		</div>
	);
}

interface CellProps {
	readonly id: ColumnId;
	readonly order: ViewOrder;
	readonly onSort: (by: ViewOrder["by"]) => void;
}

function HeadCell({ id, order, onSort }: CellProps) {
	const by = COLUMN_ORDER[id];
	const isSorted = order.by === by;
	const Arrow = order.isDescending ? IconArrowDown : IconArrowUp;
	return (
		<div
			role="columnheader"
			tabIndex={-1}
			className={classes.headCell}
			aria-sort={isSorted ? (order.isDescending ? "descending" : "ascending") : "none"}
		>
			{by === null ? (
				<span className={classes.headText}>{queueText.columns[id]}</span>
			) : (
				<button
					type="button"
					className={classes.headButton}
					aria-label={queueText.sortBy(queueText.columns[id])}
					onClick={() => onSort(by)}
				>
					{queueText.columns[id]}
					{isSorted ? <Arrow size={12} aria-hidden="true" /> : null}
				</button>
			)}
		</div>
	);
}
