import { Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useRowFocus } from "../page/index.ts";
import { changesText } from "../text/en/changes.ts";
import classes from "./change-settings.module.css";

interface Row {
	readonly id: string;
}

interface Props<One extends Row> {
	readonly rows: readonly One[];
	readonly onChange: (rows: readonly One[]) => void;
	readonly make: () => One;
	/** What one of them is called, for the group around its fields. */
	readonly labelOf: (row: One, index: number) => string;
	readonly none: string;
	readonly addLabel: string;
	readonly isDisabled: boolean;
	readonly children: (row: One, change: (part: Partial<One>) => void, index: number) => ReactNode;
}

/** A list of things of one kind, each with its fields; one may be added or taken away. */
export function Rows<One extends Row>(props: Props<One>) {
	const { rows, onChange, make, labelOf, none, addLabel, isDisabled, children } = props;
	const focus = useRowFocus();

	function add(): void {
		const row = make();
		focus.added(row.id);
		onChange([...rows, row]);
	}
	function remove(removed: One): void {
		focus.removed();
		onChange(rows.filter(({ id }) => id !== removed.id));
	}
	return (
		<>
			{rows.length === 0 ? <p className={classes.none}>{none}</p> : null}
			{rows.map((row, index) => (
				<fieldset key={row.id} ref={focus.rowRef(row.id)} className={classes.row} disabled={isDisabled}>
					<legend className="visually-hidden">{labelOf(row, index)}</legend>
					{children(
						row,
						(part) => onChange(rows.map((one) => (one.id === row.id ? { ...one, ...part } : one))),
						index,
					)}
					<div className={classes.remove}>
						<Button
							variant="subtle"
							color="gray"
							size="compact-xs"
							leftSection={<IconTrash size={14} />}
							onClick={() => remove(row)}
						>
							{changesText.settings.remove(labelOf(row, index))}
						</Button>
					</div>
				</fieldset>
			))}
			<div>
				<Button
					ref={focus.addButton}
					variant="default"
					size="compact-xs"
					leftSection={<IconPlus size={14} />}
					disabled={isDisabled}
					onClick={add}
				>
					{addLabel}
				</Button>
			</div>
		</>
	);
}
