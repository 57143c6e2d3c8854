import type { Clock } from "../../shared/sla/clock.ts";
import type { Stretch } from "../../shared/sla/stretches.ts";
import type { TicketKind } from "../../shared/ticket/kinds.ts";
import { clocksText } from "../text/en/clocks.ts";
import { formatBusinessSpan, formatExact, formatShort } from "../text/time.ts";
import classes from "./clocks.module.css";
import { describeRule } from "./describe-rule.ts";

interface Props {
	readonly clock: Clock;
	readonly kind: TicketKind;
	readonly names: Readonly<Record<string, string>>;
	readonly minutesPerDay: number | null;
}

/** A clock from its start, stretch by stretch: from when to when, counted or not, by which rule. */
export function StretchList({ clock, kind, names, minutesPerDay }: Props) {
	const context = { kind, nameOf: (id: string) => names[id] ?? id };
	const isEdited = new Set(clock.stretches.flatMap(({ policyVersion }) => policyVersion ?? [])).size > 1;
	return (
		<ol className={classes.stretches}>
			{clock.stretches.map((stretch) => (
				<li key={`${stretch.from} ${stretch.kind}`} data-kind={stretch.kind}>
					<span className={classes.stretchHead}>
						<strong>{clocksText.kind[stretch.kind]}</strong>
						{stretch.kind !== "stopped" && (
							<span className={classes.business}>
								{formatBusinessSpan(stretch.businessMs, minutesPerDay)}
							</span>
						)}
					</span>
					<span>
						{describeRule(stretch.rule, context)}
						{describeVersion(stretch, isEdited)}
					</span>
					<span className={classes.when} title={exactTimes(stretch)}>
						{stretch.to === null
							? clocksText.since(formatShort(stretch.from))
							: clocksText.until(formatShort(stretch.from), formatShort(stretch.to))}
					</span>
				</li>
			))}
		</ol>
	);
}

/** By which version it was counted, where that is not the same all along. */
function describeVersion({ policyVersion, recalculatedAt }: Stretch, isEdited: boolean): string | null {
	if (policyVersion === null) return null;
	if (recalculatedAt !== null)
		return ` (${clocksText.recalculated(policyVersion, formatShort(recalculatedAt))})`;
	return isEdited ? ` (${clocksText.version(policyVersion)})` : null;
}

function exactTimes({ from, to }: Stretch): string {
	return to === null ? formatExact(from) : `${formatExact(from)}\n${formatExact(to)}`;
}
