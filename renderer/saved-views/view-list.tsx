import { useMemo } from "react";
import { Link } from "wouter";
import { useTopic } from "../data/index.ts";
import { makeQuery, readView, useQueueStore, type ViewKey } from "../queue-state/index.ts";
import { queueText } from "../text/en/queue.ts";
import { viewsText as text } from "../text/en/views.ts";
import { formatNumber } from "../text/plural.ts";
import type { ListedView } from "../worker/views/view-protocol.ts";
import classes from "./saved-views.module.css";
import { useSavedViews } from "./use-saved-views.ts";
import { ViewMenu } from "./view-menu.tsx";
import { partOf } from "./view-positions.ts";

/** The saved views beside the list, with live counts; nothing where there are none. */
export function ViewList({ view }: { readonly view: ViewKey }) {
	const views = useSavedViews();
	const isOpen = useQueueStore((state) => state.isListOpen);
	if (!isOpen || !views || views.length === 0) return null;
	return <Listed views={views} shown={view} />;
}

function Listed({ views, shown }: { readonly views: readonly ListedView[]; readonly shown: ViewKey }) {
	const queries = useMemo(() => views.map(({ view }) => queryOfView(view)), [views]);
	const counts = useTopic("viewCounts", { queries });
	const parts = Map.groupBy(views, ({ view }) => partOf(view.audience));
	// Counts of another list are of other views.
	const countOf = new Map(
		counts?.length === views.length ? views.map(({ view }, index) => [view.id, counts[index]]) : [],
	);
	return (
		<nav className={classes.list} aria-label={text.label}>
			{[...parts].map(([part, listed]) => (
				<section key={part} aria-label={titleOf(listed)}>
					<h2 className={classes.part}>{titleOf(listed)}</h2>
					<ul className={classes.views}>
						{listed.map((one) => (
							<ViewLine
								key={one.view.id}
								listed={one}
								part={listed}
								isShown={one.view.id === shown}
								count={countOf.get(one.view.id)}
							/>
						))}
					</ul>
				</section>
			))}
		</nav>
	);
}

function titleOf([first]: readonly ListedView[]): string {
	if (first?.view.audience.kind === "team") return text.groups.team(first.teamName);
	return first?.view.audience.kind === "own" ? text.groups.own : text.groups.everybody;
}

function queryOfView(view: ListedView["view"]) {
	const { base, filters, order } = readView(view);
	return makeQuery(base, filters, order);
}

interface LineProps {
	readonly listed: ListedView;
	readonly part: readonly ListedView[];
	readonly isShown: boolean;
	readonly count: number | undefined;
}

function ViewLine({ listed, part, isShown, count }: LineProps) {
	const { id, name } = listed.view;
	return (
		<li className={classes.line} data-shown={isShown || undefined}>
			<Link
				href={`/queues/${id}`}
				className={classes.link}
				aria-current={isShown ? "page" : undefined}
				title={name}
			>
				<span className={classes.name}>{name}</span>
				{count === undefined ? null : <Count count={count} />}
			</Link>
			<ViewMenu listed={listed} part={part} isShown={isShown} />
		</li>
	);
}

function Count({ count }: { readonly count: number }) {
	return (
		<>
			<span className={classes.count} aria-hidden="true">
				{formatNumber(count)}
			</span>{" "}
			<span className="visually-hidden">{queueText.total(count)}</span>
		</>
	);
}
