import { wallText } from "../text/en/wall.ts";
import { formatSpan } from "../text/time.ts";
import classes from "./wall.module.css";
import { WallFrame } from "./wall-frame.tsx";
import type { WallStanding } from "./wall-poller.ts";

interface Props {
	readonly standing: WallStanding;
	readonly nowMs: number;
}

/** Why there is nothing to show, and what to do about it. */
export function WallMessage({ standing, nowMs }: Props) {
	const why = standing.signedOutWhy;
	const { title, hint } =
		why === null
			? { title: wallText.connecting.title, hint: silenceOf(standing, nowMs) }
			: wallText.signedOut[why];
	return (
		<WallFrame>
			<div className={classes.message} role="status">
				<h1>{title}</h1>
				{hint !== null && <p>{hint}</p>}
				{why !== null && <a href="/">{wallText.openConsole}</a>}
			</div>
		</WallFrame>
	);
}

function silenceOf({ silentSinceMs }: WallStanding, nowMs: number): string | null {
	return silentSinceMs === null ? null : wallText.connecting.silent(formatSpan(nowMs - silentSinceMs));
}
