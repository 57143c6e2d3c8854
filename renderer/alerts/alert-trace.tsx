import type { Alert } from "../../shared/api/alerts.ts";
import { formatExact } from "../text/time.ts";
import classes from "./alerts.module.css";

/** The steps an alert went through, oldest first. */
export function AlertTrace({ trace }: { readonly trace: Alert["trace"] }) {
	return (
		<ol className={classes.trace}>
			{trace.map((step, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end, and two may be alike.
				<li key={index}>
					<time className={classes.dim} dateTime={new Date(step.at).toISOString()}>
						{formatExact(step.at)}
					</time>
					<div>{step.text}</div>
				</li>
			))}
		</ol>
	);
}
