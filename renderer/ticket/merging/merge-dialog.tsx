import { Modal } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { canMerge, mergePatch } from "../../../shared/ticket/merging.ts";
import { readTopic } from "../../data/index.ts";
import { mergingText as text } from "../../text/en/merging.ts";
import type { BulkEdit, BulkPreview } from "../../worker/bulk/bulk-protocol.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";
import { runBulk } from "../bulk/run-bulk.ts";
import { useBulkPreview } from "../bulk/use-bulk-preview.ts";
import { TicketSelect } from "../declared/ticket-select.tsx";
import { RelatedForm } from "../related/related-form.tsx";
import { MergeChoice } from "./merge-choice.tsx";
import { useMerging } from "./merging-store.ts";
import { pickRemaining } from "./pick-remaining.ts";

/** More than a person compares by eye. */
const MOST = 50;
const STATE_OF = "incident";
const NONE: readonly string[] = [];

/** Asks which of several incidents remains, and merges the others into it. */
export function MergeDialog() {
	const ticketIds = useMerging((state) => state.ticketIds);
	const end = useMerging((state) => state.end);
	const isTooMany = ticketIds !== null && ticketIds.length > MOST;
	const rows = useRows(isTooMany ? NONE : (ticketIds ?? NONE));
	// With its rows, so that the focus finds its place among them.
	if (!ticketIds || !rows) return null;
	return (
		<Modal opened onClose={end} title={text.title} size={760}>
			{isTooMany ? (
				<p role="alert">{text.tooMany(ticketIds.length, MOST)}</p>
			) : (
				<MergeForm begun={rows} onClose={end} />
			)}
		</Modal>
	);
}

interface FormProps {
	/** What it begins with. */
	readonly begun: readonly QueueRow[];
	readonly onClose: () => void;
}

function MergeForm({ begun, onClose }: FormProps) {
	const [rows, setRows] = useState(begun);
	const [chosenId, setChosenId] = useState<string | null>(null);
	const [error, setError] = useState<string | null>(null);
	const remaining = rows.find(({ id }) => id === (chosenId ?? pickRemaining(rows))) ?? null;
	const others = useMemo(
		() => rows.filter(({ id }) => id !== remaining?.id).map(({ id }) => id),
		[rows, remaining?.id],
	);
	const edit: BulkEdit = remaining ? { set: mergePatch(remaining), stateOf: STATE_OF } : { set: {} };
	const { preview, isStale } = useBulkPreview(others, edit);
	const merges = preview?.lines.filter(({ outcome }) => outcome === "changes").length ?? 0;

	async function save(): Promise<boolean> {
		if (!remaining || others.length === 0) return fail(text.needsTwo);
		if (!isStale && merges === 0) return fail(text.noneMerges);
		const failure = await runBulk(others, edit, (count) => text.done(count, remaining.number));
		return failure === null || fail(failure);
	}
	function fail(reason: string): false {
		setError(reason);
		return false;
	}
	function add(row: QueueRow): void {
		setError(null);
		// Who merges the ticket at hand into another has just said which remains.
		if (rows.length === 1) setChosenId(row.id);
		setRows([...rows, row]);
	}
	return (
		<RelatedForm
			saveLabel={remaining && merges > 0 ? text.save(merges, remaining.number) : text.saveNone}
			onSave={save}
			onClose={onClose}
		>
			<MergeChoice
				rows={rows}
				remainingId={remaining?.id ?? null}
				reasons={reasonsOf(preview)}
				onChoose={setChosenId}
				onRemove={(id) => setRows(rows.filter((row) => row.id !== id))}
			/>
			<TicketSelect
				isForMany
				data-autofocus={begun.length < 2 || undefined}
				label={rows.length > 1 ? text.findMore : text.find}
				value={null}
				error={error ?? undefined}
				isOffered={(row) => canMerge(row) && !rows.some(({ id }) => id === row.id)}
				onChange={(_, row) => {
					if (row) add(row);
				}}
			/>
		</RelatedForm>
	);
}

/** These tickets as they are shown, without those that are no incidents; `null` until they were read. */
function useRows(ticketIds: readonly string[]): readonly QueueRow[] | null {
	const [read, setRead] = useState<{ readonly of: readonly string[]; readonly rows: readonly QueueRow[] }>();
	useEffect(() => {
		let isLeft = false;
		void Promise.all(ticketIds.map((key) => readTopic("ticket", { key }))).then((views) => {
			const rows = views.flatMap((view) => (view && canMerge(view.ticket) ? [view.row] : []));
			if (!isLeft) setRead({ of: ticketIds, rows });
		});
		return () => {
			isLeft = true;
		};
	}, [ticketIds]);
	return read?.of === ticketIds ? read.rows : null;
}

/** Why a ticket can't be merged, by its id. */
function reasonsOf(preview: BulkPreview | null): ReadonlyMap<string, string> {
	const lines = preview?.lines ?? [];
	return new Map(lines.flatMap((line) => (line.outcome === "refused" ? [[line.ticketId, line.reason]] : [])));
}
