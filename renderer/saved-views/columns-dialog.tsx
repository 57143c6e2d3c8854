import { ActionIcon, Button, Checkbox, Group, Modal, Stack } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { COLUMN_IDS, type ColumnId } from "../../shared/view/columns.ts";
import { columnsOf, isViewId, shownWork, useQueueStore, usualOf } from "../queue-state/index.ts";
import { queueText } from "../text/en/queue.ts";
import { viewsText } from "../text/en/views.ts";
import { moveColumn, toggleColumn } from "./arrange-columns.ts";
import classes from "./saved-views.module.css";

const text = viewsText.columns;

/** Which columns the list shows, and in which order: seen at once behind the dialog. */
export function ColumnsDialog({ onClose }: { readonly onClose: () => void }) {
	const isReadyMade = useQueueStore((state) => isViewId(state.view));
	const columns = useQueueStore((state) => columnsOf(shownWork(state)));
	const setColumns = useQueueStore((state) => state.setColumns);
	// Those that are switched off stay where they are until the dialog is closed.
	const [order, setOrder] = useState<readonly ColumnId[]>(() => [
		...columns,
		...COLUMN_IDS.filter((id) => !columns.includes(id)),
	]);
	const list = useRef<HTMLUListElement>(null);

	function move(id: ColumnId, step: 1 | -1): void {
		const moved = moveColumn(order, id, step);
		setOrder(moved);
		setColumns(moved.filter((column) => columns.includes(column)));
	}
	function toggle(id: ColumnId): void {
		setColumns(toggleColumn(order, columns, id));
	}
	function handleKeyDown(event: KeyboardEvent, id: ColumnId, index: number): void {
		const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
		if (step === null) return;
		event.preventDefault();
		if (event.altKey) move(id, step);
		else list.current?.querySelectorAll("input")[index + step]?.focus();
	}
	function reset(): void {
		const { columns: usual } = usualOf(useQueueStore.getState(), useQueueStore.getState().view);
		setColumns(usual);
		const shown = columnsOf({ columns: usual });
		setOrder([...shown, ...COLUMN_IDS.filter((id) => !shown.includes(id))]);
	}
	return (
		<Modal opened onClose={onClose} title={text.title} size="sm">
			<Stack gap="sm">
				<p className={classes.hint}>
					{text.hint} {isReadyMade ? text.keptHere : text.keptInView}
				</p>
				<ul className={classes.columns} ref={list}>
					{order.map((id, index) => (
						<ColumnLine
							key={id}
							id={id}
							isShown={columns.includes(id)}
							isFirst={index === 0}
							isLast={index === order.length - 1}
							onToggle={toggle}
							onMove={move}
							onKeyDown={(event) => handleKeyDown(event, id, index)}
						/>
					))}
				</ul>
				<Group justify="space-between">
					<Button variant="subtle" color="gray" onClick={reset}>
						{isReadyMade ? text.usual : text.asSaved}
					</Button>
					<Button onClick={onClose}>{text.done}</Button>
				</Group>
			</Stack>
		</Modal>
	);
}

interface LineProps {
	readonly id: ColumnId;
	readonly isShown: boolean;
	readonly isFirst: boolean;
	readonly isLast: boolean;
	readonly onToggle: (id: ColumnId) => void;
	readonly onMove: (id: ColumnId, step: 1 | -1) => void;
	readonly onKeyDown: (event: KeyboardEvent) => void;
}

function ColumnLine({ id, isShown, isFirst, isLast, onToggle, onMove, onKeyDown }: LineProps) {
	const name = queueText.columns[id];
	return (
		<li className={classes.column}>
			<Checkbox
				data-autofocus={isFirst || undefined}
				label={name}
				checked={isShown}
				onChange={() => onToggle(id)}
				onKeyDown={onKeyDown}
			/>
			<ActionIcon
				size={22}
				tabIndex={-1}
				disabled={isFirst}
				aria-label={text.up(name)}
				onClick={() => onMove(id, -1)}
			>
				<IconArrowUp size={14} aria-hidden="true" />
			</ActionIcon>
			<ActionIcon
				size={22}
				tabIndex={-1}
				disabled={isLast}
				aria-label={text.down(name)}
				onClick={() => onMove(id, 1)}
			>
				<IconArrowDown size={14} aria-hidden="true" />
			</ActionIcon>
		</li>
	);
}
