import type { ReactNode } from "react";
import type { CheckState } from "../../shared/api/checks.ts";
import { checksText } from "../text/en/checks.ts";
import classes from "./condition-marks.module.css";

interface Props {
	readonly state: CheckState;
	/** Another word beside the shape: `paused`, `down, not yet confirmed`. */
	readonly text?: string;
	/** Only the shape; the word is read aloud. */
	readonly isShort?: boolean;
}

/** The state of a check or service by shape (disc, triangle, octagon, dashed ring), word and colour. */
export function CheckStateMark({ state, text = checksText.state[state], isShort = false }: Props) {
	return (
		<span className={classes.mark} data-state={state} title={isShort ? text : undefined}>
			<CheckStateShape state={state} />
			<span className={isShort ? "visually-hidden" : undefined}>{text}</span>
		</span>
	);
}

/** The shape alone, as big as its surroundings say; goes with a word beside it. */
export function CheckStateShape({ state }: { readonly state: CheckState }) {
	return (
		<svg className={classes.glyph} data-state={state} viewBox="0 0 16 16" aria-hidden="true">
			{SHAPES[state]}
		</svg>
	);
}

const STROKE = {
	stroke: "var(--dw-surface)",
	strokeWidth: 1.8,
	strokeLinecap: "round",
	fill: "none",
} as const;

const SHAPES: Readonly<Record<CheckState, ReactNode>> = {
	up: (
		<>
			<circle cx="8" cy="8" r="7" fill="currentColor" />
			<path d="M5 8.2l2.1 2.1L11 5.9" {...STROKE} />
		</>
	),
	degraded: (
		<>
			<path
				d="M8 1.6 15 14.2H1z"
				fill="currentColor"
				stroke="currentColor"
				strokeWidth="1.4"
				strokeLinejoin="round"
			/>
			<path d="M8 6.2v3.6M8 12.1v.1" {...STROKE} />
		</>
	),
	down: (
		<>
			<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor" />
			<path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" {...STROKE} />
		</>
	),
	unknown: (
		<>
			<circle
				cx="8"
				cy="8"
				r="6.6"
				fill="none"
				stroke="currentColor"
				strokeWidth="1.6"
				strokeDasharray="3 2.2"
			/>
			<path
				d="M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.2M8 11.5v.1"
				fill="none"
				stroke="currentColor"
				strokeWidth="1.5"
				strokeLinecap="round"
			/>
		</>
	),
};
