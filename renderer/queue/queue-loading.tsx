import { Button, Progress } from "@mantine/core";
import { Link } from "wouter";
import { useTopic } from "../data/index.ts";
import { queueText } from "../text/en/queue.ts";
import { syncText } from "../text/en/sync.ts";
import classes from "./queue.module.css";

/** Before there is anything to show: how far the first synchronisation is. */
export function QueueLoading() {
	const sync = useTopic("sync", null);
	if (sync?.state === "no-access") return <NoAccess />;
	const share = sync?.firstSync ?? null;
	const label = share === null ? queueText.loading : queueText.firstSync(Math.round(share * 100));
	return (
		<div className={classes.empty} role="status">
			<p className={classes.late}>{label}</p>
			{share === null ? null : <Progress value={share * 100} w={260} aria-label={label} />}
		</div>
	);
}

/** Nothing will come: says why, and where the person's own work is. */
function NoAccess() {
	return (
		<div className={classes.empty} role="status">
			<p>{syncText.noAccess}.</p>
			<p className={classes.hint}>{syncText.noAccessHint}</p>
			<Button variant="default" component={Link} href="/sync">
				{syncText.open}
			</Button>
		</div>
	);
}
