import { ActionIcon, Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import type { Alert } from "../../shared/api/alerts.ts";
import { CheckResultView } from "../checks/index.ts";
import { SeverityMark } from "../marks/index.ts";
import { useNow } from "../now/index.ts";
import { EmptyState } from "../page/index.ts";
import { alertsText } from "../text/en/alerts.ts";
import { formatNumber } from "../text/plural.ts";
import { formatExact, formatSpan } from "../text/time.ts";
import type { AlertRow } from "../worker/protocol.ts";
import { StandingOf, sourceName } from "./alert-table.tsx";
import { AlertTrace } from "./alert-trace.tsx";
import classes from "./alerts.module.css";

const text = alertsText.detail;

/** One alert: what it says, what proves it, and why it is here. `null`: there is none by that id. */
export function AlertDetail({ row }: { readonly row: AlertRow | null }) {
	const [, navigate] = useLocation();
	return (
		<aside className={classes.detail} aria-label={text.label}>
			<ActionIcon className={classes.close} aria-label={text.close} onClick={() => navigate("/")}>
				<IconX size={16} />
			</ActionIcon>
			{row === null ? <NoSuchAlert /> : <AlertBody row={row} />}
		</aside>
	);
}

function NoSuchAlert() {
	return (
		<EmptyState
			title={alertsText.gone.title}
			hint={alertsText.gone.hint}
			action={
				<Button component={Link} href="/" variant="default">
					{alertsText.gone.action}
				</Button>
			}
		/>
	);
}

function AlertBody({ row }: { readonly row: AlertRow }) {
	const { alert } = row;
	return (
		<>
			<h2 className={classes.detailTitle}>{alert.title}</h2>
			<StandingOf row={row} />
			<AlertFacts row={row} />
			<section>
				<h3 className={classes.heading}>{text.evidence}</h3>
				{alert.evidence ? (
					<CheckResultView result={alert.evidence} />
				) : (
					<p className={classes.dim}>{text.noEvidence}</p>
				)}
			</section>
			<section>
				<h3 className={classes.heading}>{text.why}</h3>
				<AlertTrace trace={alert.trace} />
			</section>
		</>
	);
}

function AlertFacts({ row }: { readonly row: AlertRow }) {
	const { alert } = row;
	return (
		<dl className={classes.facts}>
			<Fact name={text.incident}>
				{row.ticketNumber === null ? (
					text.noIncident
				) : (
					<Link href={`~/tickets/${row.ticketNumber}`}>{row.ticketNumber}</Link>
				)}
			</Fact>
			{alert.checkId !== null && (
				<Fact name={text.check}>
					<Link href={`~/checks/${alert.checkId}`}>{row.checkName ?? alert.checkId}</Link>
				</Fact>
			)}
			{alert.condition !== "firing" && (
				<Fact name={text.severity}>
					<SeverityMark severity={alert.severity} />
				</Fact>
			)}
			<Fact name={text.since}>{formatExact(alert.since)}</Fact>
			<Fact name={text.lasted}>
				<Lasted alert={alert} />
			</Fact>
			{alert.resolvedAt !== null && <Fact name={text.resolved}>{formatExact(alert.resolvedAt)}</Fact>}
			{row.serviceName !== null && <Fact name={text.service}>{row.serviceName}</Fact>}
			{row.ciName !== null && <Fact name={text.ci}>{row.ciName}</Fact>}
			<Fact name={text.source}>{sourceName(alert.source)}</Fact>
			<Fact name={text.count}>{formatNumber(alert.count)}</Fact>
			{alert.suppressedBy.length > 0 && <Fact name={text.suppressed}>{alert.suppressedBy.join(", ")}</Fact>}
		</dl>
	);
}

function Lasted({ alert }: { readonly alert: Alert }) {
	const now = useNow("second");
	return formatSpan(Math.max(0, (alert.resolvedAt ?? now) - alert.since));
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
	return (
		<>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</>
	);
}
