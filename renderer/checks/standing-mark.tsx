import { IconPlayerPause } from "@tabler/icons-react";
import { CheckStateMark } from "../marks/index.ts";
import { checksText } from "../text/en/checks.ts";
import type { CheckRow } from "../worker/protocol.ts";
import classes from "./checks.module.css";

/** How a check stands: paused, its hard state, or that it fails and is being confirmed. */
export function StandingMark({ row }: { readonly row: CheckRow }) {
	const { check, figures } = row;
	if (check.isPaused)
		return (
			<span className={classes.paused}>
				<IconPlayerPause size={14} aria-hidden="true" />
				{checksText.paused}
			</span>
		);
	if (figures?.isSoft)
		return (
			<span title={checksText.softHint}>
				<CheckStateMark state={check.state} text={checksText.softly(figures.softState, figures.attempt)} />
			</span>
		);
	return <CheckStateMark state={check.state} />;
}
