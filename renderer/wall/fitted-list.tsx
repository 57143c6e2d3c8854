import { useElementSize } from "@mantine/hooks";
import type { ReactNode } from "react";
import { wallText } from "../text/en/wall.ts";
import { chooseRows } from "./choose-grid.ts";
import classes from "./wall.module.css";
import { useWallLook } from "./wall-frame.tsx";

const ROW_EM = 1.5;

interface Props<Item> {
	readonly items: readonly Item[];
	/** How many there are in all, where the desk sent only the first; `null`: at least these. */
	readonly total: number | null;
	readonly keyOf: (item: Item) => string;
	readonly renderItem: (item: Item) => ReactNode;
}

/** As many rows as there is room for, the others counted: a wall never scrolls. */
export function FittedList<Item>({ items, total, keyOf, renderItem }: Props<Item>) {
	const { emPx } = useWallLook();
	const { ref, height } = useElementSize();
	const count = Math.max(total ?? 0, items.length);
	const { shown } = chooseRows(count, height, ROW_EM * emPx);
	const rows = height > 0 ? items.slice(0, shown) : [];
	const left = count - rows.length;
	return (
		<ul ref={ref} className={classes.list}>
			{rows.map((item) => (
				<li key={keyOf(item)} className={classes.listRow}>
					{renderItem(item)}
				</li>
			))}
			{height > 0 && left > 0 && (
				<li className={classes.moreRow}>{total === null ? wallText.andMore : wallText.more(left)}</li>
			)}
		</ul>
	);
}
