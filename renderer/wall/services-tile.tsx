import { useElementSize } from "@mantine/hooks";
import { CHECK_STATES, type CheckState } from "../../shared/api/checks.ts";
import { CheckStateShape } from "../marks/index.ts";
import { wallText } from "../text/en/wall.ts";
import { formatSpan } from "../text/time.ts";
import { chooseGrid } from "./choose-grid.ts";
import type { ServiceTile, WallView } from "./judge-wall.ts";
import { Tile } from "./tile.tsx";
import classes from "./wall.module.css";
import { useWallLook } from "./wall-frame.tsx";

const MIN_WIDTH_EM = 9;
const MIN_HEIGHT_EM = 4.2;
/** A longer name goes over two lines. */
const LONG_NAME = 15;
const GAP_EM = 0.4;

/** Every service with its state, the worst first; as many as can be read, the rest counted. */
export function ServicesTile({ view }: { readonly view: WallView }) {
	const { emPx } = useWallLook();
	const { ref, width, height } = useElementSize();
	const { services } = view;
	const grid = chooseGrid(services.length, {
		widthPx: width,
		heightPx: height,
		minTileWidthPx: MIN_WIDTH_EM * emPx,
		minTileHeightPx: MIN_HEIGHT_EM * emPx,
		gapPx: GAP_EM * emPx,
	});
	return (
		<Tile
			title={wallText.services}
			aside={summarize(services)}
			ageMs={newestAge(view)}
			isUnknown={view.isDeskSilent}
			className={classes.services}
		>
			{services.length === 0 && <p className={classes.none}>{wallText.noServices}</p>}
			<ul
				ref={ref}
				className={classes.grid}
				style={{
					gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))`,
					gridTemplateRows: `repeat(${grid.rows}, minmax(0, 1fr))`,
				}}
			>
				{height > 0 &&
					services
						.slice(0, grid.shown)
						.map((service) => <Service key={service.id} service={service} deskNow={view.deskNow} />)}
				{height > 0 && grid.hidden > 0 && (
					<li className={classes.moreCell}>
						{wallText.moreOf(grid.hidden, summarize(services.slice(grid.shown)))}
					</li>
				)}
			</ul>
		</Tile>
	);
}

function newestAge({ services }: WallView): number | null {
	const ages = services.flatMap(({ ageMs }) => (ageMs === null ? [] : [ageMs]));
	return ages.length === 0 ? null : Math.min(...ages);
}

/** `4 down, 1 degraded, 11 up, 2 not watched`. */
function summarize(services: readonly ServiceTile[]): string {
	const watched = services.filter((service) => service.unknownBecause !== "not-watched");
	const counts: Record<CheckState, number> = { up: 0, degraded: 0, down: 0, unknown: 0 };
	for (const state of CHECK_STATES) counts[state] = watched.filter((each) => each.state === state).length;
	return wallText.serviceSummary(counts, services.length - watched.length);
}

interface ServiceProps {
	readonly service: ServiceTile;
	readonly deskNow: number;
}

function Service({ service, deskNow }: ServiceProps) {
	const { state, unknownBecause } = service;
	return (
		<li className={classes.service} data-state={unknownBecause === "not-watched" ? "unwatched" : state}>
			<span
				className={classes.serviceName}
				data-long={service.name.length > LONG_NAME || undefined}
				title={service.name}
			>
				{service.name}
			</span>
			<span className={classes.serviceState}>
				<CheckStateShape state={state} />
				{describeState(service, deskNow)}
			</span>
			<span className={classes.serviceFoot}>
				<span>{describeAge(service)}</span>
				{unknownBecause !== "desk-silent" && service.openIncidents > 0 && (
					<span>{wallText.openIncidents(service.openIncidents)}</span>
				)}
			</span>
		</li>
	);
}

/** `Down 4 m`; how long something has been up is no news. */
function describeState({ state, since, unknownBecause }: ServiceTile, deskNow: number): string {
	if (unknownBecause === "not-watched") return wallText.notWatched;
	const word = wallText.state[state];
	if (state === "up" || since === null) return word;
	return wallText.stateFor(word, formatSpan(Math.max(0, deskNow - since)));
}

/** How old its newest result is; of what is unknown, also why. */
function describeAge({ unknownBecause, ageMs }: ServiceTile): string {
	if (ageMs === null) return wallText.because[unknownBecause ?? "never-observed"];
	const span = formatSpan(ageMs);
	return unknownBecause === null
		? wallText.age(span)
		: wallText.silentFor(wallText.because[unknownBecause], span);
}
