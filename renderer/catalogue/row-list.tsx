import { ActionIcon, Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useRowFocus } from "../page/index.ts";
import { catalogueText as text } from "../text/en/requests.ts";
import classes from "./catalogue.module.css";

interface Props<Row> {
	readonly title: string;
	readonly addLabel: string;
	readonly removeLabel: (index: number) => string;
	readonly rows: readonly Row[];
	readonly onChange: (rows: readonly Row[]) => void;
	readonly makeRow: () => Row;
	/** The inputs of a row; `index` from 1. */
	readonly children: (row: Row, index: number, onChange: (part: Partial<Row>) => void) => ReactNode;
}

/** Rows that come and go in a form. */
export function RowList<Row extends { readonly key: string }>(props: Props<Row>) {
	const { title, addLabel, removeLabel, rows, onChange, makeRow, children } = props;
	const focus = useRowFocus();

	function add(): void {
		const row = makeRow();
		focus.added(row.key);
		onChange([...rows, row]);
	}
	function remove(place: number): void {
		focus.removed();
		onChange(rows.toSpliced(place, 1));
	}
	return (
		<fieldset className={classes.rows}>
			<legend>{title}</legend>
			{rows.map((row, place) => (
				<div key={row.key} ref={focus.rowRef(row.key)} className={classes.row}>
					{children(row, place + 1, (part) => onChange(rows.with(place, { ...row, ...part })))}
					<ActionIcon aria-label={removeLabel(place + 1)} title={text.remove} onClick={() => remove(place)}>
						<IconX size={16} />
					</ActionIcon>
				</div>
			))}
			<div>
				<Button ref={focus.addButton} variant="default" size="compact-xs" onClick={add}>
					{addLabel}
				</Button>
			</div>
		</fieldset>
	);
}
