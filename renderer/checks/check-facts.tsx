import type { ReactNode } from "react";
import { useTopic } from "../data/index.ts";
import { checksText } from "../text/en/checks.ts";
import { formatSpan } from "../text/time.ts";
import { formatLatency, formatPercent } from "../text/units.ts";
import type { CheckRow } from "../worker/protocol.ts";
import { Age } from "./age.tsx";
import classes from "./check-detail.module.css";

const text = checksText.detail;

/** The figures that tell at a glance how a check has been. */
export function CheckFigureRow({ row }: { readonly row: CheckRow }) {
	const { check, figures } = row;
	return (
		<dl className={classes.figures}>
			<Figure name={text.uptime} value={orDash(figures?.uptime, formatPercent)} />
			<Figure name={text.p50} value={orDash(figures?.p50Ms, formatLatency)} />
			<Figure name={text.p95} value={orDash(figures?.p95Ms, formatLatency)} />
			<Figure
				name={text.since}
				value={check.stateSince === null ? checksText.none : <Age at={check.stateSince} />}
			/>
			<Figure name={text.every} value={formatSpan(check.intervalMs)} />
		</dl>
	);
}

function Figure({ name, value }: { readonly name: string; readonly value: ReactNode }) {
	return (
		<div className={classes.figure}>
			<dt>{name}</dt>
			<dd>{value}</dd>
		</div>
	);
}

function orDash(value: number | null | undefined, format: (value: number) => string): string {
	return value === null || value === undefined ? checksText.none : format(value);
}

/** How it was set up. */
export function CheckFacts({ row }: { readonly row: CheckRow }) {
	const { check } = row;
	const staff = useTopic("staff", null);
	const teamName = staff?.teams.find((team) => team.id === check.teamId)?.name ?? null;
	return (
		<dl className={classes.facts}>
			<Fact name={checksText.form.type} value={checksText.typeName[check.target.type]} />
			<Fact name={text.timeout} value={formatLatency(check.timeoutMs)} />
			<Fact
				name={text.retries}
				value={text.retriesValue(check.retries, formatLatency(check.retryIntervalMs))}
			/>
			<Fact name={text.degradedAbove} value={orDash(check.degradedAboveMs, formatLatency)} />
			<Fact name={text.service} value={row.serviceName ?? checksText.none} />
			<Fact name={text.ci} value={row.ciName ?? checksText.none} />
			<Fact name={text.team} value={teamName ?? checksText.none} />
		</dl>
	);
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
	return (
		<>
			<dt>{name}</dt>
			<dd>{value}</dd>
		</>
	);
}
