import type { ReactNode } from "react";
import type { Severity } from "../../shared/alert/severity.ts";
import { alertsText } from "../text/en/alerts.ts";
import classes from "./condition-marks.module.css";

interface Props {
	readonly severity: Severity;
	/** Only the shape; the word is in the title and read aloud. */
	readonly isShort?: boolean;
}

/** How bad an alert is, by shape, word and colour. */
export function SeverityMark({ severity, isShort = false }: Props) {
	const name = alertsText.severity(severity);
	return (
		<span className={classes.mark} data-severity={severity} title={isShort ? name : undefined}>
			<svg className={classes.glyph} viewBox="0 0 16 16" aria-hidden="true">
				{SHAPES[severity]}
			</svg>
			<span className={isShort ? "visually-hidden" : undefined}>{name}</span>
		</span>
	);
}

const STROKE = { stroke: "var(--dw-surface)", strokeWidth: 1.8, strokeLinecap: "round" } as const;
const TRIANGLE = "M8 1.8 14.8 14H1.2z";

const SHAPES: Readonly<Record<Severity, ReactNode>> = {
	5: (
		<>
			<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor" />
			<path d="M8 4v4.6M8 11.6v.1" {...STROKE} />
		</>
	),
	4: (
		<>
			<path d="M8 .6 15.4 8 8 15.4.6 8z" fill="currentColor" />
			<path d="M8 4.6v4M8 11.2v.1" {...STROKE} />
		</>
	),
	3: <path d={TRIANGLE} fill="currentColor" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />,
	2: <path d={TRIANGLE} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />,
	1: (
		<>
			<circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
			<path d="M8 7.4v4M8 4.8v.1" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
		</>
	),
	0: (
		<path
			d="M2.6 8.4l3.6 3.6 7.2-8"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.8"
			strokeLinecap="round"
		/>
	),
};
