import { Link } from "wouter";
import type { Alert } from "../../shared/api/alerts.ts";
import { TimeAgo } from "../marks/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import classes from "./ticket.module.css";

/** The alerts behind a ticket, each with the result that confirmed it. */
export function LinkedAlerts({ alerts }: { readonly alerts: readonly Alert[] }) {
	if (alerts.length === 0) return null;
	return (
		<section aria-label={ticketText.page.alerts}>
			<h2 className={classes.sideTitle}>{ticketText.page.alerts}</h2>
			{alerts.map((alert) => (
				<LinkedAlert key={alert.id} alert={alert} />
			))}
		</section>
	);
}

function LinkedAlert({ alert }: { readonly alert: Alert }) {
	const { evidence } = alert;
	return (
		<article className={classes.alert} data-condition={alert.condition}>
			<p className={classes.alertTitle}>
				<strong>{alert.condition}</strong> <Link href={`/alerts/${alert.id}`}>{alert.title}</Link>
			</p>
			<p className={classes.dim}>
				{ticketText.alert.since} <TimeAgo at={alert.since} />
			</p>
			{evidence === null ? (
				<p className={classes.dim}>{ticketText.alert.noEvidence}</p>
			) : (
				<p>
					{evidence.summary}
					{evidence.statusCode === null ? null : `, ${ticketText.alert.status(evidence.statusCode)}`}
					<span className={classes.dim}> {describePhases(evidence)}</span>
				</p>
			)}
		</article>
	);
}

/** `connect 12 ms, first byte 230 ms`: only the phases that happened. */
function describePhases({ phases }: NonNullable<Alert["evidence"]>): string {
	const names = ticketText.alert.phases;
	const measured: readonly (readonly [string, number | null])[] = [
		[names.dns, phases.dnsMs],
		[names.connect, phases.connectMs],
		[names.tls, phases.tlsMs],
		[names.firstByte, phases.firstByteMs],
		[names.transfer, phases.transferMs],
	];
	return measured
		.flatMap(([name, ms]) => (ms === null ? [] : ticketText.alert.timing(name, String(Math.round(ms)))))
		.join(", ");
}
