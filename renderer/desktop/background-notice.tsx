import { IconPlugConnectedX } from "@tabler/icons-react";
import { desktopText } from "../text/en/desktop.ts";
import classes from "./desktop.module.css";
import { useBackgroundState } from "./use-background-state.ts";

/** Says that the app's own desk stopped by itself and comes back; silent while all is well. */
export function BackgroundNotice() {
	const background = useBackgroundState();
	if (background?.state !== "restarting") return null;
	return (
		<div className={classes.notice} role="status">
			<IconPlugConnectedX size={16} aria-hidden="true" />
			<span>
				<strong>{desktopText.restarting.title}</strong> {desktopText.restarting.hint(background.attempt)}{" "}
				{background.reason}
			</span>
		</div>
	);
}
