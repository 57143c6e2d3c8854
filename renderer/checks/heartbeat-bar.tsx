import type { CheckState } from "../../shared/api/checks.ts";
import { checksText } from "../text/en/checks.ts";
import classes from "./heartbeat-bar.module.css";

const SLOTS = 40;
const STEP = 4;
const HEIGHT = 20;
/** Height tells the state as well as colour does: what is bad stands out of the row. */
const HEIGHTS: Readonly<Record<CheckState, number>> = { up: 11, degraded: 15, down: 20, unknown: 5 };
const STATES: readonly CheckState[] = ["up", "degraded", "down", "unknown"];

/** The latest results of a check as a row of bars, newest at the right; four paths, however many bars. */
export function HeartbeatBar({ recent }: { readonly recent: readonly CheckState[] }) {
	const shown = recent.slice(-SLOTS);
	const bad = shown.filter((state) => state !== "up").length;
	return (
		<svg
			className={classes.bar}
			viewBox={`0 0 ${SLOTS * STEP - 1} ${HEIGHT}`}
			role="img"
			aria-label={checksText.heartbeat(shown.length, bad)}
		>
			<path className={classes.empty} d={slotsPath(SLOTS - shown.length)} />
			{STATES.map((state) => (
				<path key={state} className={classes.beat} data-state={state} d={beatsPath(shown, state)} />
			))}
		</svg>
	);
}

function beatsPath(shown: readonly CheckState[], state: CheckState): string {
	const offset = SLOTS - shown.length;
	return shown
		.map((each, index) => (each === state ? barPath((offset + index) * STEP, HEIGHTS[state]) : ""))
		.join("");
}

function slotsPath(count: number): string {
	return Array.from({ length: Math.max(0, count) }, (_, index) => barPath(index * STEP, 2)).join("");
}

function barPath(x: number, height: number): string {
	return `M${x} ${HEIGHT}v-${height}h3v${height}z`;
}
