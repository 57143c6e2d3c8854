import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import { countFilters, type Filters, useQueueStore, type ViewId } from "../queue-state/index.ts";
import { queueText } from "../text/en/queue.ts";
import classes from "./queue.module.css";

interface Props {
	readonly view: ViewId;
	readonly filters: Filters;
}

/** A list without rows says why, and what to do next. */
export function EmptyQueue({ view, filters }: Props) {
	const clearFilters = useQueueStore((state) => state.clearFilters);
	if (countFilters(filters) > 0) {
		return (
			<div className={classes.empty} role="status">
				<p>{queueText.empty.filteredTitle}</p>
				<Button variant="default" onClick={clearFilters}>
					{queueText.empty.filteredAction}
				</Button>
			</div>
		);
	}
	return (
		<div className={classes.empty} role="status">
			<p>{queueText.empty[view]}</p>
			<NextStep view={view} />
		</div>
	);
}

function NextStep({ view }: { readonly view: ViewId }) {
	const [, navigate] = useLocation();
	if (view === "mine") {
		return (
			<>
				<p className={classes.hint}>{queueText.empty.mineHint}</p>
				<Button variant="default" onClick={() => navigate("/queues/unassigned")}>
					{queueText.empty.showUnassigned}
				</Button>
			</>
		);
	}
	if (view === "all" || view === "open") {
		return (
			<>
				<p className={classes.hint}>{queueText.empty.allHint}</p>
				<Button onClick={() => navigate("/new")}>{queueText.newIncident}</Button>
			</>
		);
	}
	return (
		<Button variant="default" onClick={() => navigate("/queues/open")}>
			{queueText.empty.showOpen}
		</Button>
	);
}
