import { type ReactNode, useId } from "react";
import classes from "./page.module.css";

interface Props {
	readonly title: string;
	readonly aside?: ReactNode;
	/** Without padding: for lists that reach the edges. */
	readonly isFlush?: boolean;
	/** Where a link such as `/settings#rules` leads. */
	readonly anchor?: string;
	readonly children: ReactNode;
}

/** A framed part of a page, with a heading of its own. */
export function Card({ title, aside, isFlush = false, anchor, children }: Props) {
	const id = useId();
	return (
		<section id={anchor} className={classes.card} aria-labelledby={id}>
			<header className={classes.cardHeader}>
				<h2 id={id} className={classes.cardTitle}>
					{title}
				</h2>
				{aside !== undefined && <div className={classes.cardAside}>{aside}</div>}
			</header>
			<div className={classes.cardBody} data-flush={isFlush || undefined}>
				{children}
			</div>
		</section>
	);
}
