import { Link } from "wouter";
import type { Alert } from "../../shared/api/alerts.ts";
import { SeverityMark, TimeAgo } from "../marks/index.ts";
import classes from "./home.module.css";

/** The alerts that fire, each a link. */
export function AlertLines({ alerts }: { readonly alerts: readonly Alert[] }) {
	return (
		<ul className={classes.lines}>
			{alerts.map((alert) => (
				<li key={alert.id} className={classes.alert}>
					<SeverityMark severity={alert.severity} isShort />
					<Link href={`/alerts/${alert.id}`} className={classes.lineTitle} title={alert.title}>
						{alert.title}
					</Link>
					<span className={classes.dim}>
						<TimeAgo at={alert.since} />
					</span>
				</li>
			))}
		</ul>
	);
}
