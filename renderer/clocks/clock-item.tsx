import type { CalendarVersion } from "../../shared/sla/calendar.ts";
import type { Clock } from "../../shared/sla/clock.ts";
import type { Definitions } from "../../shared/sla/policy.ts";
import { newestOf } from "../../shared/sla/versions.ts";
import type { TicketKind } from "../../shared/ticket/kinds.ts";
import { DueMark } from "../marks/index.ts";
import { clocksText } from "../text/en/clocks.ts";
import { ticketText } from "../text/en/ticket.ts";
import { formatBusinessSpan, formatExact, formatShort } from "../text/time.ts";
import classes from "./clocks.module.css";
import { RecalculationNotes } from "./recalculation-notes.tsx";
import { StretchList } from "./stretch-list.tsx";

interface Props {
	readonly clock: Clock;
	readonly kind: TicketKind;
	readonly names: Readonly<Record<string, string>>;
	readonly definitions: Definitions;
}

/** One clock: where it stands at a glance, everything else on demand. */
export function ClockItem({ clock, kind, names, definitions }: Props) {
	const record = definitions.calendars.find(({ id }) => id === clock.calendarId);
	const calendar = newestOf(record?.versions ?? []);
	const minutesPerDay = calendar?.minutesPerDay ?? null;
	const percent = Math.floor(clock.percent);
	return (
		<li className={classes.clock} data-tone={toneOf(clock)}>
			<div className={classes.head}>
				<span className={classes.name}>{clock.name}</span>
				<span className={classes.party} title={clocksText.partyHint[clock.party]}>
					{clocksText.party[clock.party]}
					{clock.supplier === null ? null : ` · ${clock.supplier}`}
					{clock.replacedAt === null ? null : ` · ${ticketText.priority(clock.priority)}`}
				</span>
				<span className={classes.standing}>
					<Standing clock={clock} minutesPerDay={minutesPerDay} />
				</span>
			</div>
			<div className={classes.bar} aria-hidden="true">
				<div className={classes.used} style={{ width: `${Math.min(100, clock.percent)}%` }} />
				{thresholdsOf(clock, definitions).map((threshold) => (
					<div key={threshold} className={classes.threshold} style={{ left: `${threshold}%` }} />
				))}
			</div>
			<p className={classes.facts}>
				<span>{clocksText.usedOf(percent, formatBusinessSpan(clock.targetMs, minutesPerDay, "long"))}</span>
				<DueTime clock={clock} />
			</p>
			<details className={classes.explain}>
				<summary aria-label={clocksText.explainOf(clock.name)}>{clocksText.explain}</summary>
				<p className={classes.terms}>{describeTerms(clock, calendar)}</p>
				<RecalculationNotes clock={clock} definitions={definitions} />
				<StretchList clock={clock} kind={kind} names={names} minutesPerDay={minutesPerDay} />
			</details>
		</li>
	);
}

/** Where the policy's thresholds are on the bar, in percent. */
function thresholdsOf({ policyId, policyVersion }: Clock, { policies }: Definitions): readonly number[] {
	const policy = policies.find(({ id }) => id === policyId);
	const version = policy?.versions.find((one) => one.version === policyVersion);
	return (version?.thresholds ?? []).map(({ percent }) => percent).filter((percent) => percent < 100);
}

function toneOf({ stage, isBreached, percent }: Clock): "breached" | "soon" | "met" | "calm" {
	if (isBreached) return "breached";
	if (stage === "completed") return "met";
	return stage === "in-progress" && percent >= 75 ? "soon" : "calm";
}

function Standing({
	clock,
	minutesPerDay,
}: {
	readonly clock: Clock;
	readonly minutesPerDay: number | null;
}) {
	const used = formatBusinessSpan(clock.elapsedMs, minutesPerDay);
	if (clock.stage === "completed")
		return <span>{clock.isBreached ? clocksText.missed(used) : clocksText.met(used)}</span>;
	if (clock.stage === "canceled") return <span>{clocksText.stage.canceled}</span>;
	return (
		<DueMark
			dueAt={clock.isBreached ? clock.breachedAt : clock.dueAt}
			isBreached={clock.isBreached}
			isPaused={clock.stage === "paused"}
			beat="second"
		/>
	);
}

function DueTime({ clock: { dueAt, isBreached, stage } }: { readonly clock: Clock }) {
	if (dueAt === null || stage === "canceled") return null;
	const live = isBreached ? clocksText.wasDue : clocksText.due;
	const text = stage === "completed" && !isBreached ? clocksText.hadUntil : live;
	return <span title={formatExact(dueAt)}>{text(formatShort(dueAt))}</span>;
}

/** Which version of which policy, in which hours. */
function describeTerms(clock: Clock, calendar: CalendarVersion | undefined): string {
	const parts = [clocksText.policy(clock.policyVersion)];
	if (clock.supplier !== null) parts.push(clocksText.supplier(clock.supplier));
	if (!calendar) parts.push(clocksText.aroundTheClock);
	else {
		parts.push(clocksText.calendar(calendar.name, calendar.zone));
		parts.push(clocksText.day(formatBusinessSpan(calendar.minutesPerDay * 60_000, null)));
	}
	if (clock.attachedAt > clock.startedAt) parts.push(clocksText.attached(formatShort(clock.attachedAt)));
	return parts.join(" · ");
}
