import { Progress } from "@mantine/core";
import { useTopic } from "../data/index.ts";
import { queueText } from "../text/en/queue.ts";
import classes from "./queue.module.css";

/** Before there is anything to show: how far the first synchronisation is. */
export function QueueLoading() {
	const sync = useTopic("sync", null);
	const share = sync?.firstSync ?? null;
	const label = share === null ? queueText.loading : queueText.firstSync(Math.round(share * 100));
	return (
		<div className={classes.empty} role="status">
			<p className={classes.late}>{label}</p>
			{share === null ? null : <Progress value={share * 100} w={260} aria-label={label} />}
		</div>
	);
}
