import { memo } from "react";
import { Link } from "wouter";
import { useTopic } from "../data/index.ts";
import { VIEW_IDS, type ViewId, type ViewKey } from "../queue-state/index.ts";
import { FoldButton, ViewChanges } from "../saved-views/index.ts";
import { queueText } from "../text/en/queue.ts";
import { formatNumber } from "../text/plural.ts";
import type { QueueCounts } from "../worker/views/view-protocol.ts";
import classes from "./queue.module.css";

const COUNT_OF: Readonly<Record<ViewId, keyof QueueCounts>> = {
	open: "open",
	mine: "mine",
	"my-teams": "myTeams",
	unassigned: "unassigned",
	breaching: "breachingNext",
	all: "all",
	approvals: "approvals",
	ageing: "ageing",
	bounced: "bounced",
};

/** The ready-made views with their live counts. */
export const ViewTabs = memo(function ViewTabs({ view }: { readonly view: ViewKey }) {
	const counts = useTopic("counts", null);
	return (
		<nav className={classes.tabs} aria-label={queueText.viewsLabel}>
			<FoldButton />
			{VIEW_IDS.map((id) => (
				<Link
					key={id}
					href={`/queues/${id}`}
					className={classes.tab}
					aria-current={id === view ? "page" : undefined}
					title={counts && hintOf(id, counts)}
				>
					{queueText.views[id]}
					{counts ? <span className={classes.count}>{formatNumber(counts[COUNT_OF[id]])}</span> : null}
				</Link>
			))}
			<ViewChanges view={view} />
		</nav>
	);
});

function hintOf(id: ViewId, { breachingNext }: QueueCounts): string | undefined {
	if (id === "breaching") return queueText.breachingHint(breachingNext);
	if (id === "bounced") return queueText.bouncedHint;
	return id === "ageing" ? queueText.ageingHint : undefined;
}
