import { Link } from "wouter";
import { useTopic } from "../data/index.ts";
import { SeverityMark, TimeAgo } from "../marks/index.ts";
import { Card, EmptyState } from "../page/index.ts";
import { alertsText } from "../text/en/alerts.ts";
import { checksText } from "../text/en/checks.ts";
import type { AlertRow } from "../worker/protocol.ts";
import classes from "./check-detail.module.css";

const SHOWN = 10;
const text = checksText.detail;

interface Props {
	readonly checkId: string;
	/** Those the desk knows of; the cache may hold only the latest. */
	readonly alertIds: readonly string[];
}

/** The alerts a check raised, each with its incident. */
export function CheckAlerts({ checkId, alertIds }: Props) {
	const rows = useTopic("alerts", { isFiringOnly: false }) ?? [];
	const mine = rows
		.filter(({ alert }) => alert.checkId === checkId || alertIds.includes(alert.id))
		.toSorted((a, b) => b.alert.since - a.alert.since);
	return (
		<Card title={text.alerts} isFlush>
			{mine.length === 0 ? (
				<EmptyState isCompact title={text.noAlerts} />
			) : (
				<ul className={classes.alerts}>
					{mine.slice(0, SHOWN).map((row) => (
						<AlertLine key={row.alert.id} row={row} />
					))}
				</ul>
			)}
		</Card>
	);
}

function AlertLine({ row: { alert, ticketNumber } }: { readonly row: AlertRow }) {
	const condition = alertsText.condition(alert.condition);
	return (
		<li className={classes.alert}>
			<SeverityMark severity={alert.condition === "resolved" ? 0 : alert.severity} isShort />
			<Link href={`~/alerts/${alert.id}`} className={classes.alertTitle}>
				{alert.title}
			</Link>
			<span className={classes.dim}>
				{condition} · <TimeAgo at={alert.since} />
			</span>
			{ticketNumber !== null && <Link href={`~/tickets/${ticketNumber}`}>{ticketNumber}</Link>}
		</li>
	);
}
