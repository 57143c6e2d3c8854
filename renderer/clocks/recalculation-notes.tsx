import type { Clock } from "../../shared/sla/clock.ts";
import type { Definitions } from "../../shared/sla/policy.ts";
import { useTopic } from "../data/index.ts";
import { clocksText } from "../text/en/clocks.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import { formatShort } from "../text/time.ts";
import classes from "./clocks.module.css";

interface Props {
	readonly clock: Clock;
	readonly definitions: Definitions;
}

/** By whom and why parts of a clock were counted anew, where they were. */
export function RecalculationNotes({ clock, definitions }: Props) {
	const people = useTopic("staff", null)?.people ?? [];
	const made = recalculationsOf(clock, definitions);
	const { theDesk, someone } = serviceLevelsText.versions;
	return made.map(({ at, byId, reason }) => {
		const who = byId === null ? theDesk : (people.find(({ id }) => id === byId)?.name ?? someone);
		return (
			<p key={at} className={classes.terms}>
				{clocksText.recalculation(who, formatShort(at), reason)}
			</p>
		);
	});
}

function recalculationsOf({ policyId, stretches }: Clock, { policies }: Definitions) {
	const at = new Set(stretches.map(({ recalculatedAt }) => recalculatedAt));
	const policy = policies.find(({ id }) => id === policyId);
	return policy?.recalculations?.filter((one) => at.has(one.at)) ?? [];
}
