import { IconDatabaseX } from "@tabler/icons-react";
import { useTopic } from "../data/index.ts";
import { syncText } from "../text/en/sync.ts";
import { exportUnsent } from "./export-unsent.ts";
import classes from "./sync.module.css";

/** Says loudly that this device keeps nothing: what is typed lasts as long as the window. */
export function StorageBanner() {
	const status = useTopic("sync", null);
	if (status?.storage !== "memory") return null;
	return (
		<div className={classes.banner} role="alert">
			<IconDatabaseX size={16} aria-hidden="true" />
			<span>
				<strong>{syncText.memoryTitle}</strong> {syncText.memoryHint} {status.problem}
			</span>
			<button type="button" className={classes.bannerButton} onClick={() => void exportUnsent()}>
				{syncText.page.exportUnsent}
			</button>
		</div>
	);
}
