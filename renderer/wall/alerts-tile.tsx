import { SeverityMark } from "../marks/index.ts";
import { wallText } from "../text/en/wall.ts";
import { formatNumber } from "../text/plural.ts";
import { formatSpan } from "../text/time.ts";
import { FittedList } from "./fitted-list.tsx";
import { isTooOld, type WallView } from "./judge-wall.ts";
import { Tile } from "./tile.tsx";
import classes from "./wall.module.css";

/** What fires now, the worst first. */
export function AlertsTile({ view }: { readonly view: WallView }) {
	const { alerts, deskNow } = view;
	const isUnknown = isTooOld(view, alerts.ageMs);
	return (
		<Tile
			title={wallText.alerts}
			aside={formatNumber(alerts.total)}
			ageMs={alerts.ageMs}
			isUnknown={isUnknown}
			className={classes.listTile}
		>
			{alerts.total === 0 && !isUnknown && <p className={classes.none}>{wallText.noAlerts}</p>}
			<FittedList
				items={alerts.items}
				total={alerts.total}
				keyOf={({ id }) => id}
				renderItem={(alert) => (
					<>
						<SeverityMark severity={alert.severity} isShort />
						<span className={classes.rowTitle}>{alert.title}</span>
						<span className={classes.rowTime}>{formatSpan(Math.max(0, deskNow - alert.since))}</span>
					</>
				)}
			/>
		</Tile>
	);
}
