import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import type { CalendarRecord } from "../../shared/sla/calendar.ts";
import type { ClockTarget, Definitions, PolicyRecord } from "../../shared/sla/policy.ts";
import { inForceAt, newestOf, type Version } from "../../shared/sla/versions.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { useNow } from "../now/index.ts";
import { Card, EmptyState, Page } from "../page/index.ts";
import { recalculateText } from "../text/en/recalculate.ts";
import { serviceLevelsText as text } from "../text/en/service-levels.ts";
import { formatBusinessSpan, formatDay, formatShort } from "../text/time.ts";
import { describeWeek } from "./hours-text.ts";
import { nowOf } from "./now-of.ts";
import { calendarPath, policyPath, RECALCULATE } from "./paths.ts";
import classes from "./service-levels.module.css";

interface Props {
	readonly definitions: Definitions;
	readonly tabs: ReactNode;
}

/** All promises and all calendars, as they apply now. */
export function OverviewPage({ definitions, tabs }: Props) {
	return (
		<Page title={text.title} tabs={tabs}>
			<div className={classes.cards}>
				<Policies {...definitions} />
				<Calendars calendars={definitions.calendars} />
			</div>
		</Page>
	);
}

function Policies({ policies, calendars }: Definitions) {
	const access = useAccess("sla.edit");
	const [, navigate] = useLocation();
	const columns = text.policies.columns;
	return (
		<Card
			title={text.policies.title}
			aside={
				<Group gap="xs">
					<GuardedButton
						access={access}
						size="compact-xs"
						variant="default"
						onClick={() => navigate(RECALCULATE)}
					>
						{recalculateText.open}
					</GuardedButton>
					<GuardedButton access={access} size="compact-xs" onClick={() => navigate(policyPath("new"))}>
						{text.policies.add}
					</GuardedButton>
				</Group>
			}
		>
			<Text c="dimmed">{text.policies.hint}</Text>
			{policies.length === 0 ? (
				<EmptyState isCompact title={text.policies.none} />
			) : (
				<table className={classes.table}>
					<thead>
						<tr>
							<th scope="col">{columns.name}</th>
							<th scope="col">{columns.party}</th>
							<th scope="col">{columns.measure}</th>
							{[1, 2, 3, 4, 5].map((priority) => (
								<th key={priority} scope="col" className={classes.target}>
									P{priority}
								</th>
							))}
							<th scope="col">{columns.version}</th>
						</tr>
					</thead>
					<tbody>
						{[...policies].sort(comparePolicies).map((record) => (
							<PolicyRow key={record.id} record={record} calendars={calendars} />
						))}
					</tbody>
				</table>
			)}
		</Card>
	);
}

interface PolicyRowProps extends Pick<Definitions, "calendars"> {
	readonly record: PolicyRecord;
}

function PolicyRow({ record, calendars }: PolicyRowProps) {
	const now = nowOf(record.versions, useNow("second"));
	const version = inForceAt(record.versions, now) ?? newestOf(record.versions);
	if (!version) return null;
	return (
		<tr data-off={!version.isActive || undefined}>
			<td>
				<Link href={policyPath(record.id)}>{version.name}</Link>
				{version.isActive ? null : <span className={classes.off}>{text.isOff}</span>}
			</td>
			<td>
				{text.party[record.party]}
				{version.supplier === undefined ? null : <span className={classes.dim}> {version.supplier}</span>}
			</td>
			<td>{text.measure[record.measure]}</td>
			{([1, 2, 3, 4, 5] as const).map((priority) => (
				<td key={priority} className={classes.target}>
					<Target target={version.targets.find((one) => one.priority === priority)} calendars={calendars} />
				</td>
			))}
			<td>
				<VersionCell versions={record.versions} now={now} />
			</td>
		</tr>
	);
}

interface TargetProps extends Pick<Definitions, "calendars"> {
	readonly target: ClockTarget | undefined;
}

function Target({ target, calendars }: TargetProps) {
	if (!target) return <span className={classes.dim}>–</span>;
	const time = `${target.amount} ${text.unitShort[target.unit]}`;
	if (target.calendarId === null) return <span title={text.aroundTheClock}>{time}</span>;
	const calendar = newestOf(calendars.find(({ id }) => id === target.calendarId)?.versions ?? []);
	return (
		<span className={classes.business} title={calendar?.name}>
			{time}
		</span>
	);
}

function Calendars({ calendars }: Pick<Definitions, "calendars">) {
	const access = useAccess("sla.edit");
	const [, navigate] = useLocation();
	const columns = text.calendars.columns;
	return (
		<Card
			title={text.calendars.title}
			aside={
				<GuardedButton access={access} size="compact-xs" onClick={() => navigate(calendarPath("new"))}>
					{text.calendars.add}
				</GuardedButton>
			}
		>
			<Text c="dimmed">{text.calendars.hint}</Text>
			<table className={classes.table}>
				<thead>
					<tr>
						<th scope="col">{columns.name}</th>
						<th scope="col">{columns.hours}</th>
						<th scope="col">{columns.zone}</th>
						<th scope="col">{columns.day}</th>
						<th scope="col">{columns.version}</th>
					</tr>
				</thead>
				<tbody>
					{calendars.map((record) => (
						<CalendarRow key={record.id} record={record} />
					))}
				</tbody>
			</table>
		</Card>
	);
}

function CalendarRow({ record }: { readonly record: CalendarRecord }) {
	const now = nowOf(record.versions, useNow("second"));
	const version = inForceAt(record.versions, now) ?? newestOf(record.versions);
	if (!version) return null;
	const holidays = version.holidays.length;
	return (
		<tr>
			<td>
				<Link href={calendarPath(record.id)}>{version.name}</Link>
			</td>
			<td>
				{describeWeek(version.weekdays, text.calendar.weekdaysShort)}
				{holidays > 0 && <span className={classes.dim}>, {text.calendars.holidays(holidays)}</span>}
			</td>
			<td>{version.zone}</td>
			<td>{formatBusinessSpan(version.minutesPerDay * 60_000, null)}</td>
			<td>
				<VersionCell versions={record.versions} now={now} />
			</td>
		</tr>
	);
}

/** `2, since 4 Apr`, and what is to come. */
function VersionCell({ versions, now }: { readonly versions: readonly Version[]; readonly now: number }) {
	const inForce = inForceAt(versions, now);
	const newest = newestOf(versions);
	const since = inForce && inForce.effectiveFrom > 0 ? formatDay(inForce.effectiveFrom) : null;
	return (
		<>
			{inForce ? text.versionInForce(inForce.version, since) : null}
			{newest && newest.effectiveFrom > now ? (
				<span className={classes.toCome}>
					{text.toCome(newest.version, formatShort(newest.effectiveFrom))}
				</span>
			) : null}
		</>
	);
}

const PARTY_ORDER = { sla: 0, ola: 1, uc: 2 } as const;

function comparePolicies(one: PolicyRecord, other: PolicyRecord): number {
	return (
		PARTY_ORDER[one.party] - PARTY_ORDER[other.party] ||
		Number(one.measure === "resolution") - Number(other.measure === "resolution")
	);
}
