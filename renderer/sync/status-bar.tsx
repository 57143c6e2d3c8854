import { useTopic } from "../data/index.ts";
import classes from "./sync.module.css";
import { SyncIndicator } from "./sync-indicator.tsx";
import { UpdatePrompt } from "./update-prompt.tsx";

/** The line below every page: connection at the left, desk and newer version at the right. */
export function StatusBar() {
	const status = useTopic("sync", null);
	const session = useTopic("session", null);
	return (
		<footer className={classes.bar}>
			{status ? <SyncIndicator status={status} /> : <span />}
			<span className={classes.right}>
				<UpdatePrompt />
				<span>{session?.deskName}</span>
				<span>{session?.person?.name}</span>
			</span>
		</footer>
	);
}
