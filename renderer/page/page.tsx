import type { ReactNode } from "react";
import { useTitle } from "../title/index.ts";
import classes from "./page.module.css";

interface Props {
	readonly title: string;
	/** Before the title: the way back to what it is one of. */
	readonly trail?: ReactNode;
	/** Beside the title: a count, a state. */
	readonly aside?: ReactNode;
	/** At the right end of the header. */
	readonly actions?: ReactNode;
	/** Below the header: where else to go from here. */
	readonly tabs?: ReactNode;
	/** `fill`: the content scrolls by itself; `read`: the page scrolls, lines keep a readable length. */
	readonly layout?: "fill" | "read" | "wide";
	readonly children: ReactNode;
}

/** A page beside the rail: one heading, its actions, its content. */
export function Page({ title, trail, aside, actions, tabs, layout = "wide", children }: Props) {
	useTitle(title);
	return (
		<section className={classes.page} data-layout={layout} aria-label={title}>
			<header className={classes.header}>
				{trail}
				<h1 className={classes.title}>{title}</h1>
				{aside}
				<div className={classes.actions}>{actions}</div>
			</header>
			{tabs}
			<div className={classes.body}>{children}</div>
		</section>
	);
}
