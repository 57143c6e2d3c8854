import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import { countFilters, type Filters, useQueueStore, type ViewId } from "../queue-state/index.ts";
import { queueText } from "../text/en/queue.ts";
import { searchText } from "../text/en/search.ts";
import type { SearchReading } from "../worker/views/view-protocol.ts";
import classes from "./queue.module.css";

interface Props {
	readonly view: ViewId;
	readonly filters: Filters;
	readonly reading: SearchReading;
}

/** A list without rows says why, and what to do next. */
export function EmptyQueue({ view, filters, reading }: Props) {
	const [, navigate] = useLocation();
	const clearFilters = useQueueStore((state) => state.clearFilters);
	const text = filters.text.trim();
	if (countFilters(filters) > 0) {
		return (
			<div className={classes.empty} role="status">
				<p>{queueText.empty.filteredTitle}</p>
				{reading.unheard.length > 0 ? <p>{searchText.unheard(reading)}</p> : null}
				<Button variant="default" onClick={clearFilters}>
					{queueText.empty.filteredAction}
				</Button>
				{text === "" ? null : (
					<Button
						variant="subtle"
						color="gray"
						onClick={() => navigate(`/search?q=${encodeURIComponent(text)}`)}
					>
						{searchText.everywhere}
					</Button>
				)}
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
