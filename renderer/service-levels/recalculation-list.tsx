import type { Recalculation } from "../../shared/sla/recalculation.ts";
import { useTopic } from "../data/index.ts";
import { Card } from "../page/index.ts";
import { recalculateText } from "../text/en/recalculate.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import { formatDay, formatExact, formatShort } from "../text/time.ts";
import classes from "./service-levels.module.css";

const text = recalculateText.made;

/** Every time the clocks of a policy were counted anew, the newest first. */
export function RecalculationList({ made }: { readonly made: readonly Recalculation[] }) {
	const people = useTopic("staff", null)?.people ?? [];
	if (made.length === 0) return null;
	const { theDesk, someone } = serviceLevelsText.versions;
	return (
		<Card title={text.title}>
			<ol className={classes.versions} reversed>
				{made.toReversed().map(({ from, at, byId, version, reason }) => {
					const who = byId === null ? theDesk : (people.find(({ id }) => id === byId)?.name ?? someone);
					return (
						<li key={at}>
							<strong title={formatExact(from)}>{text.since(formatDay(from))}</strong>
							<span>{reason}</span>
							<span className={classes.dim} title={formatExact(at)}>
								{text.by(version, who, formatShort(at))}
							</span>
						</li>
					);
				})}
			</ol>
		</Card>
	);
}
