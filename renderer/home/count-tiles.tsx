import { Link } from "wouter";
import { homeText } from "../text/en/home.ts";
import { formatNumber } from "../text/plural.ts";
import type { QueueCounts } from "../worker/views/view-protocol.ts";
import classes from "./home.module.css";

const names = homeText.counts;
const TILES: readonly {
	readonly name: keyof typeof names & keyof QueueCounts;
	readonly href: string;
	/** More than none of it is bad news. */
	readonly isBad?: boolean;
}[] = [
	{ name: "mine", href: "/queues/mine" },
	{ name: "myTeams", href: "/queues/my-teams" },
	{ name: "unassigned", href: "/queues/unassigned" },
	{ name: "breachingNext", href: "/queues/breaching", isBad: true },
	{ name: "firingAlerts", href: "/alerts", isBad: true },
	{ name: "checksDown", href: "/checks", isBad: true },
];

/** The numbers to look at first; each leads to what it counts. */
export function CountTiles({ counts }: { readonly counts: QueueCounts }) {
	return (
		<ul className={classes.tiles} aria-label={homeText.countsLabel}>
			{TILES.map(({ name, href, isBad }) => (
				<li key={name}>
					<Link href={href} className={classes.tile} data-bad={(isBad && counts[name] > 0) || undefined}>
						<span className={classes.count}>{formatNumber(counts[name])}</span>
						<span className={classes.tileName}>{names[name]}</span>
					</Link>
				</li>
			))}
		</ul>
	);
}
