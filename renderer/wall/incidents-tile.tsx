import type { Priority } from "../../shared/ticket/priority.ts";
import { wallText } from "../text/en/wall.ts";
import { formatNumber } from "../text/plural.ts";
import { figureScale } from "./figure-scale.ts";
import type { WallView } from "./judge-wall.ts";
import { isTooOld } from "./judge-wall.ts";
import { Tile } from "./tile.tsx";
import classes from "./wall.module.css";

const PRIORITIES: readonly Priority[] = [1, 2, 3, 4, 5];

/** How many incidents are open, by priority; and how many of them nobody has, or came too late for. */
export function IncidentsTile({ view }: { readonly view: WallView }) {
	const { incidents } = view;
	const isUnknown = isTooOld(view, incidents.ageMs);
	const counts = [...incidents.byPriority, incidents.breached, incidents.unassigned];
	const scale = figureScale(counts.map(formatNumber));
	return (
		<Tile
			title={wallText.incidents}
			aside={formatNumber(incidents.open)}
			ageMs={incidents.ageMs}
			isUnknown={isUnknown}
		>
			<ul className={classes.priorities}>
				{PRIORITIES.map((priority) => (
					<Figure
						key={priority}
						name={wallText.priority(priority)}
						count={incidents.byPriority[priority - 1] ?? 0}
						tone={TONES[priority]}
						scale={scale}
					/>
				))}
				<Figure name={wallText.breached} count={incidents.breached} tone="critical" scale={scale} />
				<Figure name={wallText.unassigned} count={incidents.unassigned} scale={scale} />
			</ul>
		</Tile>
	);
}

/** As in the stylesheet. */
const FIGURE_EM = 2.1;

type Tone = "critical" | "warning" | "calm";
const TONES: Readonly<Record<Priority, Tone>> = {
	1: "critical",
	2: "warning",
	3: "calm",
	4: "calm",
	5: "calm",
};

interface FigureProps {
	readonly name: string;
	readonly count: number;
	readonly tone?: Tone;
	readonly scale: number;
}

/** One big number; none of it is no news. */
function Figure({ name, count, tone = "calm", scale }: FigureProps) {
	return (
		<li data-tone={count === 0 ? "none" : tone}>
			<span
				className={classes.bigNumber}
				style={scale < 1 ? { fontSize: `${FIGURE_EM * scale}em`, lineHeight: 1.1 / scale } : undefined}
			>
				{formatNumber(count)}
			</span>
			<span>{name}</span>
		</li>
	);
}
