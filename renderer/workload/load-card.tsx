import { useCallback, useMemo, useRef, useState } from "react";
import { useTopic } from "../data/index.ts";
import { useShortcuts } from "../keys/index.ts";
import { Card, EmptyState, useRowKeys } from "../page/index.ts";
import { workloadText as text } from "../text/en/workload.ts";
import { BulkDialog } from "../ticket/index.ts";
import type { LoadRow } from "../worker/views/workload-protocol.ts";
import { giveWork } from "./give-work.ts";
import { LoadTable } from "./load-table.tsx";
import { type LoadOrder, sortLoads } from "./sort-loads.ts";
import classes from "./workload.module.css";

/** Everybody's open work in one list; a row's tickets can be given to others. */
export function LoadCard({ teamId }: { readonly teamId: string | null }) {
	const [order, setOrder] = useState<LoadOrder>("open");
	const rows = useTopic("workload", { teamId });
	const sorted = useMemo(() => rows && sortLoads(rows, order), [rows, order]);
	const { list } = useRowKeys();
	const left = useRef<HTMLElement | null>(null);
	const give = useCallback(
		(row: LoadRow) => {
			left.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
			void giveWork(row, teamId);
		},
		[teamId],
	);
	useShortcuts({
		assign: () => {
			const focused = list.current?.querySelector<HTMLElement>("[data-row-link]:focus");
			const row = sorted?.find(({ personId }) => focused?.dataset.person === (personId ?? ""));
			if (row && row.load.open > 0) give(row);
		},
	});
	return (
		<Card title={text.load} aside={<span className={classes.hint}>{text.keys}</span>} isFlush>
			{sorted === undefined ? (
				<p className={classes.loading}>{text.loading}</p>
			) : sorted.every(({ load }) => load.open === 0) ? (
				<EmptyState isCompact title={text.none} {...(teamId === null ? {} : { hint: text.noneHint })} />
			) : (
				<div ref={list} className={classes.list}>
					<LoadTable rows={sorted} teamId={teamId} order={order} onOrder={setOrder} onGive={give} />
				</div>
			)}
			<BulkDialog onDone={() => left.current?.focus()} />
		</Card>
	);
}
