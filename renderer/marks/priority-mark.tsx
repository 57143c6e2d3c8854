import type { Priority } from "../../shared/ticket/priority.ts";
import { ticketText } from "../text/en/ticket.ts";
import classes from "./marks.module.css";

const BARS = [4, 3, 2, 1, 0] as const;
const BAR_INDEXES = [0, 1, 2, 3] as const;

interface Props {
	readonly priority: Priority;
	/** Only the glyph and `P1`; the whole name is in the title. */
	readonly isShort?: boolean;
}

/** Priority by shape (rising bars, a block for Critical), by text and by colour. */
export function PriorityMark({ priority, isShort = false }: Props) {
	const name = ticketText.priority(priority);
	return (
		<span className={classes.mark} data-priority={priority} title={isShort ? name : undefined}>
			<svg className={classes.glyph} viewBox="0 0 14 14" aria-hidden="true">
				{priority === 1 ? <Block /> : <Bars count={BARS[priority - 1] ?? 0} />}
			</svg>
			<span>{isShort ? `P${priority}` : name}</span>
		</span>
	);
}

function Block() {
	return (
		<>
			<rect x="0.5" y="0.5" width="13" height="13" rx="3" fill="currentColor" />
			<path d="M7 3.4v4.4M7 10.2v.3" stroke="var(--dw-surface)" strokeWidth="2" strokeLinecap="round" />
		</>
	);
}

function Bars({ count }: { readonly count: number }) {
	return BAR_INDEXES.map((index) => (
		<rect
			key={index}
			x={0.5 + index * 3.5}
			y={10 - index * 3}
			width="2.5"
			height={3 + index * 3}
			rx="0.8"
			fill="currentColor"
			opacity={index < count ? 1 : 0.25}
		/>
	));
}
