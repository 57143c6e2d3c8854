import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { Priority } from "../../shared/ticket/priority.ts";
import { PriorityMark } from "../marks/index.ts";
import { Card, EmptyState } from "../page/index.ts";
import { homeText } from "../text/en/home.ts";
import { formatNumber } from "../text/plural.ts";
import classes from "./home.module.css";

const PRIORITIES: readonly Priority[] = [1, 2, 3, 4, 5];

/** Open tickets by priority: one bar for the shape of it, the numbers below. */
export function PriorityBar({ byPriority }: { readonly byPriority: readonly number[] }) {
	const counts = PRIORITIES.map((priority) => byPriority[priority - 1] ?? 0);
	const total = counts.reduce((sum, count) => sum + count, 0);
	return (
		<Card title={homeText.byPriority} aside={formatNumber(total)}>
			{total === 0 ? (
				<EmptyState
					isCompact
					title={homeText.noOpen.title}
					hint={homeText.noOpen.hint}
					action={
						<Button component={Link} href="/new">
							{homeText.noOpen.action}
						</Button>
					}
				/>
			) : (
				<>
					<div className={classes.bar} role="img" aria-label={homeText.priorityBar(counts)}>
						{PRIORITIES.map((priority) => (
							<span
								key={priority}
								data-priority={priority}
								style={{ flexGrow: counts[priority - 1] ?? 0 }}
								hidden={!counts[priority - 1]}
							/>
						))}
					</div>
					<ul className={classes.priorities}>
						{PRIORITIES.map((priority) => (
							<li key={priority} data-none={!counts[priority - 1] || undefined}>
								<PriorityMark priority={priority} />
								<span className={classes.number}>{formatNumber(counts[priority - 1] ?? 0)}</span>
							</li>
						))}
					</ul>
				</>
			)}
		</Card>
	);
}
