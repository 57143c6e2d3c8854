import { useEffect } from "react";
import { Link } from "wouter";
import { useTopic } from "../../data/index.ts";
import { bulkText } from "../../text/en/bulk.ts";
import classes from "./bulk.module.css";
import { type RunningBatch, useBulk } from "./bulk-store.ts";

/** How far the last act on many tickets has come, until the desk has all of it. */
export function BulkProgress() {
	const running = useBulk((state) => state.running);
	return running ? <Progress key={running.batchId} running={running} /> : null;
}

function Progress({ running }: { readonly running: RunningBatch }) {
	const standing = useTopic("batch", { batchId: running.batchId });
	const isOver = standing?.waiting === 0 && standing.needsYou === 0;
	useEffect(() => {
		if (isOver && useBulk.getState().running === running) useBulk.getState().watch(null);
	}, [isOver, running]);
	if (!standing || isOver) return null;
	const { waiting, needsYou } = standing;
	const { total } = running;
	return (
		<div className={classes.progress} role="status">
			{waiting > 0 ? (
				<>
					<progress
						className={classes.meter}
						max={total}
						value={total - waiting - needsYou}
						aria-hidden="true"
					/>
					{bulkText.progress(total - waiting - needsYou, total)}
				</>
			) : null}
			{needsYou > 0 ? (
				<Link href="/sync" className={classes.needsYou}>
					{bulkText.progressNeedsYou(needsYou)}
				</Link>
			) : null}
		</div>
	);
}
