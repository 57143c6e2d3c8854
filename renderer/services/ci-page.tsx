import { Link } from "wouter";
import { useTopic } from "../data/index.ts";
import { SeverityMark, TimeAgo } from "../marks/index.ts";
import { Card, EmptyState, Page } from "../page/index.ts";
import { servicesText as text } from "../text/en/services.ts";
import { RelativeRow } from "../ticket/index.ts";
import type { CiView } from "../worker/topics/ci-protocol.ts";
import type { QueueRow } from "../worker/views/view-protocol.ts";
import { BackLink } from "./back-link.tsx";
import { HealthCard } from "./health-card.tsx";
import { HealthMark } from "./health-mark.tsx";
import { RecordCard } from "./record-card.tsx";
import { RelationsCard } from "./relations-card.tsx";
import classes from "./services.module.css";

/** One CI: how it is and why, what is open about it, and its record. Live. */
export function CiPage({ ciId }: { readonly ciId: string }) {
	const view = useTopic("ci", { ciId });
	if (view === undefined) return null;
	if (view === null)
		return (
			<Page title={text.title} trail={<BackLink />}>
				<EmptyState title={text.notFound.title} hint={text.notFound.hint} />
			</Page>
		);
	const { ci, teamName } = view;
	const facts = [text.class(ci.class), text.criticality(ci.criticality), teamName]
		.filter(Boolean)
		.join(" · ");
	return (
		<Page
			title={ci.name}
			trail={<BackLink />}
			aside={
				<span className={classes.head}>
					<HealthMark health={view.health} />
					<span className={classes.dim}>{facts}</span>
					{ci.status !== undefined && <span className={classes.tag}>{text.status(ci.status)}</span>}
				</span>
			}
		>
			<div className={classes.columns}>
				<div className={classes.cards}>
					<HealthCard view={view} />
					<TicketsCard title={text.tickets.title} none={text.tickets.none} rows={view.tickets} />
					<TicketsCard title={text.changes.title} none={text.changes.none} rows={view.changes} />
					<ChecksCard view={view} />
				</div>
				<div className={classes.cards}>
					<RecordCard key={ci.id} ci={ci} />
					<RelationsCard view={view} />
				</div>
			</div>
		</Page>
	);
}

interface TicketsProps {
	readonly title: string;
	readonly none: string;
	readonly rows: readonly QueueRow[];
}

function TicketsCard({ title, none, rows }: TicketsProps) {
	return (
		<Card title={title} aside={rows.length > 0 ? rows.length : undefined} isFlush>
			{rows.length > 0 ? (
				<ul className={classes.tickets} aria-label={title}>
					{rows.map((row) => (
						<RelativeRow key={row.id} row={row} />
					))}
				</ul>
			) : (
				<EmptyState isCompact title={none} />
			)}
		</Card>
	);
}

function ChecksCard({ view: { checks, alerts } }: { readonly view: CiView }) {
	return (
		<Card title={text.checks.title} isFlush>
			{checks.length + alerts.length === 0 && <EmptyState isCompact title={text.checks.none} />}
			{checks.length > 0 && (
				<ul className={classes.lines} aria-label={text.checks.title}>
					{checks.map(({ check }) => (
						<li key={check.id}>
							<HealthMark health={check.isPaused ? null : check.state} />
							<Link href={`/checks/${check.id}`}>{check.name}</Link>
							{check.stateSince !== null && (
								<span className={classes.aside}>
									<TimeAgo at={check.stateSince} />
								</span>
							)}
						</li>
					))}
				</ul>
			)}
			{alerts.length > 0 && (
				<ul className={classes.lines} aria-label={text.alerts.title}>
					{alerts.map((alert) => (
						<li key={alert.id}>
							<SeverityMark severity={alert.severity} />
							<Link href="/alerts">{alert.title}</Link>
							<span className={classes.aside}>
								<TimeAgo at={alert.since} />
							</span>
						</li>
					))}
				</ul>
			)}
		</Card>
	);
}
