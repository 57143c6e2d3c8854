import type { Priority } from "../../shared/ticket/priority.ts";
import { ticketText } from "../text/en/ticket.ts";
import classes from "./marks.module.css";

const BARS = [4, 3, 2, 1, 0] as const;
const BAR_PATHS = [0, 1, 2, 3].map((index) => {
	const [left, top, height] = [0.5 + index * 3.5, 10 - index * 3, 3 + index * 3];
	return `M${left + 0.8} ${top}h.9a.8.8 0 0 1 .8.8v${height - 1.6}a.8.8 0 0 1-.8.8h-.9a.8.8 0 0 1-.8-.8v-${height - 1.6}a.8.8 0 0 1 .8-.8z`;
});
const BARS_UP_TO = [0, 1, 2, 3, 4].map((count) => BAR_PATHS.slice(0, count).join(""));
const BARS_FROM = [0, 1, 2, 3, 4].map((count) => BAR_PATHS.slice(count).join(""));

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

/** Two shapes however many bars: a list draws dozens of these with every key. */
function Bars({ count }: { readonly count: number }) {
	return (
		<>
			<path d={BARS_UP_TO[count]} fill="currentColor" />
			<path d={BARS_FROM[count]} fill="currentColor" opacity="0.25" />
		</>
	);
}
