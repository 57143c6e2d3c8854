import type { ReactNode } from "react";
import classes from "./page.module.css";

interface Props {
	readonly title: string;
	readonly hint?: string;
	/** The next step. */
	readonly action?: ReactNode;
	/** Inside a card, not in the middle of a page. */
	readonly isCompact?: boolean;
}

/** Nothing to show, why, and what to do next. */
export function EmptyState({ title, hint, action, isCompact = false }: Props) {
	return (
		<div className={classes.empty} data-compact={isCompact || undefined}>
			<p className={classes.emptyTitle}>{title}</p>
			{hint !== undefined && <p className={classes.emptyHint}>{hint}</p>}
			{action}
		</div>
	);
}
