import { TimeAgo } from "../marks/index.ts";
import { syncText } from "../text/en/sync.ts";
import type { SyncStatus } from "../worker/protocol.ts";
import classes from "./sync.module.css";

/** What this device's storage went through, and what was done about it. */
export function HappenedList({ happenings }: Pick<SyncStatus, "happenings">) {
	if (happenings.length === 0) return null;
	return (
		<section className={classes.drafts} aria-labelledby="happened-title">
			<h2 id="happened-title" className={classes.subtitle}>
				{syncText.happened.title}
			</h2>
			<p className={classes.dim}>{syncText.happened.hint}</p>
			<ul className={classes.list}>
				{happenings.map(({ code, at, count }) => (
					<li key={`${code} ${at}`} data-kind="happened">
						<span>{syncText.happened.words(code, count)}</span>
						<span className={classes.dim}>
							<TimeAgo at={at} />
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
