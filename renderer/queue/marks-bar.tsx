import { Button } from "@mantine/core";
import { type RefObject, useCallback } from "react";
import { can } from "../../shared/permission/permission.ts";
import { ShortcutKeys, useShortcuts } from "../keys/index.ts";
import { useMarks } from "../queue-state/index.ts";
import { bulkText } from "../text/en/bulk.ts";
import { mergingText } from "../text/en/merging.ts";
import { BulkDialog, BulkProgress, useBulk, useMerging, useMyself } from "../ticket/index.ts";
import classes from "./queue.module.css";

interface Props {
	/** Tickets of the view. */
	readonly total: number;
	readonly gridRef: RefObject<HTMLDivElement | null>;
	/** What is changed where none is chosen. */
	readonly atHandId: string | null;
	readonly onMarkAll: () => void;
}

/** How many tickets are chosen and what can be done with all of them; and how far the last act has come. */
export function MarksBar({ total, gridRef, atHandId, onMarkAll }: Props) {
	const { ids, clear } = useMarks();
	const isRunning = useBulk((state) => state.running !== null);
	const mayEdit = can(useMyself().roles, "ticket.edit");
	const count = ids.size;
	const backToList = useCallback(() => gridRef.current?.focus({ preventScroll: true }), [gridRef]);
	const handleDone = useCallback(() => {
		clear();
		backToList();
	}, [clear, backToList]);
	return (
		<>
			{count > 0 || isRunning ? (
				<section className={classes.marks} aria-label={bulkText.barLabel}>
					{count > 0 ? (
						<>
							<strong role="status">{bulkText.chosen(count)}</strong>
							{mayEdit ? <MarkActions /> : null}
							{total > count ? (
								<Button variant="subtle" size="compact-sm" onClick={onMarkAll}>
									{bulkText.chooseAll(total)}
								</Button>
							) : null}
							<Button
								variant="subtle"
								size="compact-sm"
								onClick={clear}
								rightSection={<ShortcutKeys id="clearMarks" />}
							>
								{bulkText.clear}
							</Button>
						</>
					) : null}
					<div className={classes.marksEnd}>
						<BulkProgress />
					</div>
				</section>
			) : null}
			{mayEdit ? <MarkKeys ids={ids} atHandId={atHandId} onClear={clear} /> : null}
			<BulkDialog onDone={handleDone} />
		</>
	);
}

function MarkActions() {
	return (
		<>
			<Button
				size="compact-sm"
				onClick={() => beginWith(useMarks.getState().ids)}
				rightSection={<ShortcutKeys id="bulkEdit" />}
			>
				{bulkText.edit}
			</Button>
			<AssignToMe />
			<MergeMarked />
		</>
	);
}

function MergeMarked() {
	const count = useMarks((state) => state.ids.size);
	if (count < 2) return null;
	return (
		<Button
			variant="default"
			size="compact-sm"
			onClick={() => useMerging.getState().begin([...useMarks.getState().ids])}
			rightSection={<ShortcutKeys id="merge" />}
		>
			{mergingText.action}
		</Button>
	);
}

function AssignToMe() {
	const { person } = useMyself();
	if (!person) return null;
	return (
		<Button
			variant="default"
			size="compact-sm"
			onClick={() => beginWith(useMarks.getState().ids, { assigneeId: person.id })}
			rightSection={<ShortcutKeys id="assignToMe" />}
		>
			{bulkText.assignToMe}
		</Button>
	);
}

interface KeysProps {
	readonly ids: ReadonlySet<string>;
	readonly atHandId: string | null;
	readonly onClear: () => void;
}

/** While tickets are chosen, the keys that act on one act on all of them, each with its preview. */
function MarkKeys({ ids, atHandId, onClear }: KeysProps) {
	const { person } = useMyself();
	const hasMarks = ids.size > 0;
	useShortcuts({
		bulkEdit: () => {
			if (hasMarks) beginWith(ids);
			else if (atHandId !== null) beginWith([atHandId]);
		},
		...(hasMarks
			? {
					clearMarks: onClear,
					assign: () => beginWith(ids),
					merge: () => useMerging.getState().begin([...ids]),
					assignToMe: () => beginWith(ids, person ? { assigneeId: person.id } : {}),
					start: () => beginWith(ids, {}, "state"),
					hold: () => beginWith(ids, {}, "state"),
					resolve: () => beginWith(ids, {}, "state"),
					reopen: () => beginWith(ids, {}, "state"),
					workNote: () => beginWith(ids, { noteKind: "workNote" }, "note"),
					comment: () => beginWith(ids, { noteKind: "comment" }, "note"),
				}
			: {}),
	});
	return null;
}

type Work = NonNullable<ReturnType<typeof useBulk.getState>["work"]>;

function beginWith(
	ids: Iterable<string>,
	values: Work["values"] = {},
	focus: Work["focus"] = "assigneeId",
): void {
	useBulk.getState().begin({ ticketIds: [...ids], values, focus });
}
