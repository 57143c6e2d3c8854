import type { TicketKind } from "../../shared/ticket/kinds.ts";
import { findState, lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import { ticketText } from "../text/en/ticket.ts";
import classes from "./marks.module.css";

type Shape = "new" | "working" | "paused" | "resolved" | "closed" | "canceled";

interface Props {
	readonly kind: TicketKind;
	readonly state: number;
	readonly holdReason?: number | null;
	/** The name in the system it was imported from. */
	readonly sourceState?: string | null;
	/** Only the shape; the name is in the title and read aloud. */
	readonly isShort?: boolean;
}

/** A ticket's state by shape (ring, half, pause, check, cross) and text. */
export function StateMark({ kind, state, holdReason = null, sourceState = null, isShort = false }: Props) {
	const shape = shapeOf(kind, state);
	const name = ticketText.state(kind, state);
	const detail = holdReason === null ? sourceState : ticketText.holdReason(holdReason);
	const whole = detail && detail !== name ? `${name}: ${detail}` : name;
	return (
		<span className={classes.mark} data-shape={shape} title={whole}>
			<svg className={classes.glyph} viewBox="0 0 14 14" aria-hidden="true">
				{SHAPES[shape]}
			</svg>
			<span className={isShort ? "visually-hidden" : classes.name}>{name}</span>
		</span>
	);
}

function shapeOf(kind: TicketKind, state: number): Shape {
	const definition = findState(kind, state);
	switch (definition?.phase) {
		case "hold":
			return "paused";
		case "resolved":
			return "resolved";
		case "closed":
			return "closed";
		case "canceled":
			return "canceled";
		default:
			return definition && definition.value === lifecycleOf(kind).initial ? "new" : "working";
	}
}

const RING = <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.6" />;
const DISC = <circle cx="7" cy="7" r="6.4" fill="currentColor" />;
const CHECK = (
	<path
		d="M4.2 7.2l2 2 3.6-4.2"
		fill="none"
		stroke="var(--dw-surface)"
		strokeWidth="1.7"
		strokeLinecap="round"
		strokeLinejoin="round"
	/>
);

const SHAPES = {
	new: RING,
	working: (
		<>
			{RING}
			<path d="M7 3.4a3.6 3.6 0 0 1 0 7.2z" fill="currentColor" />
		</>
	),
	paused: (
		<>
			{RING}
			<path d="M5.5 4.9v4.2M8.5 4.9v4.2" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
		</>
	),
	resolved: (
		<>
			{DISC}
			{CHECK}
		</>
	),
	closed: (
		<>
			<rect x="0.8" y="0.8" width="12.4" height="12.4" rx="3" fill="currentColor" />
			{CHECK}
		</>
	),
	canceled: (
		<>
			{RING}
			<path d="M5 5l4 4M9 5l-4 4" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
		</>
	),
} as const;
