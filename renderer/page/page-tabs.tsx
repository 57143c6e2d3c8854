import { Link, useLocation } from "wouter";
import classes from "./page.module.css";

export interface PageTab {
	readonly path: string;
	readonly label: string;
}

interface Props {
	readonly label: string;
	readonly tabs: readonly PageTab[];
}

/** The parts of one place, below its heading: links, so that each has an address. */
export function PageTabs({ label, tabs }: Props) {
	const [location] = useLocation();
	return (
		<nav className={classes.tabs} aria-label={label}>
			{tabs.map((tab) => (
				<Link
					key={tab.path}
					href={tab.path}
					className={classes.tab}
					aria-current={isAt(location, tab.path) ? "page" : undefined}
				>
					{tab.label}
				</Link>
			))}
		</nav>
	);
}

function isAt(location: string, path: string): boolean {
	return path === "/" ? location === "/" : location === path || location.startsWith(`${path}/`);
}
