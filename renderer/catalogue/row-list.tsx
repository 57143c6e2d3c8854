import { ActionIcon, Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
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
	return (
		<fieldset className={classes.rows}>
			<legend>{title}</legend>
			{rows.map((row, place) => (
				<div key={row.key} className={classes.row}>
					{children(row, place + 1, (part) => onChange(rows.with(place, { ...row, ...part })))}
					<ActionIcon
						aria-label={removeLabel(place + 1)}
						title={text.remove}
						onClick={() => onChange(rows.toSpliced(place, 1))}
					>
						<IconX size={16} />
					</ActionIcon>
				</div>
			))}
			<div>
				<Button variant="default" size="compact-xs" onClick={() => onChange([...rows, makeRow()])}>
					{addLabel}
				</Button>
			</div>
		</fieldset>
	);
}
