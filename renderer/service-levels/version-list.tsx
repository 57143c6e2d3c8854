import { inForceAt, type Version } from "../../shared/sla/versions.ts";
import { useTopic } from "../data/index.ts";
import { useNow } from "../now/index.ts";
import { Card } from "../page/index.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import { formatExact, formatShort } from "../text/time.ts";
import { changedFields } from "./changed-fields.ts";
import { nowOf } from "./now-of.ts";
import classes from "./service-levels.module.css";

const text = serviceLevelsText.versions;

/** Every version there ever was, the newest first: who made it, when, what it changed, and whether it applies. */
export function VersionList({ versions }: { readonly versions: readonly Version[] }) {
	const now = nowOf(versions, useNow("second"));
	const people = useTopic("staff", null)?.people ?? [];
	const inForce = inForceAt(versions, now);
	return (
		<Card title={text.title}>
			<ol className={classes.versions} reversed>
				{[...versions].reverse().map((version) => {
					const before = versions.find((one) => one.version === version.version - 1);
					const changed = before ? changedFields(before, version) : [];
					const who = people.find(({ id }) => id === version.savedById)?.name ?? text.someone;
					return (
						<li key={version.version} aria-current={version === inForce ? "true" : undefined}>
							<span className={classes.versionHead}>
								<strong>{text.version(version.version)}</strong>
								<span className={classes.standing}>{standingOf(version, inForce, now)}</span>
							</span>
							<span title={formatExact(version.effectiveFrom)}>
								{version.effectiveFrom === 0 ? text.always : text.from(formatShort(version.effectiveFrom))}
							</span>
							{changed.length > 0 && <span>{text.changed(changed.join(", "))}</span>}
							<span className={classes.dim}>
								{text.by(version.savedById === null ? text.theDesk : who, formatShort(version.savedAt))}
							</span>
						</li>
					);
				})}
			</ol>
		</Card>
	);
}

function standingOf(version: Version, inForce: Version | null, now: number): string {
	if (version === inForce) return text.inForce;
	return version.effectiveFrom > now && version.version > (inForce?.version ?? 0)
		? text.toCome
		: text.superseded;
}
