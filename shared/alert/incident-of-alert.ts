import type { Alert } from "../api/alerts.ts";
import type { Check, CheckResult } from "../api/checks.ts";
import type { Ci } from "../api/directory.ts";
import { describeTarget } from "../check/target.ts";
import { impactOfCriticality } from "../ci/suggest-impact.ts";
import type { Level } from "../ticket/priority.ts";
import type { EpochMs, TicketPatch } from "../ticket/ticket.ts";
import type { Severity } from "./severity.ts";

/** What an incident is made of. */
export interface IncidentSource {
	readonly alert: Alert;
	readonly check: Check;
	/** The CI that the check names. */
	readonly ci: Ci | null;
	/** The service that suffers: the check's own, or the most critical that depends on the CI. */
	readonly service: Ci | null;
	readonly callerId: string;
	/** The number of the incident that an earlier alert had, and that is over. */
	readonly earlierNumber: string | null;
}

const SHORT_DESCRIPTION_LENGTH = 200;

/** The incident that an alert opens. */
export function incidentOf(source: IncidentSource): TicketPatch {
	const { alert, check, ci, service } = source;
	return {
		shortDescription: alert.title.slice(0, SHORT_DESCRIPTION_LENGTH),
		description: describeIncident(source),
		callerId: source.callerId,
		impact: impactOfCriticality((service ?? ci)?.criticality ?? null),
		urgency: urgencyOf(alert.severity),
		teamId: check.teamId ?? ci?.ownerTeamId ?? service?.ownerTeamId ?? null,
		ciId: check.ciId,
		serviceId: service?.id ?? null,
	};
}

/** The service that is hit: named by the check, else the most critical one that needs its CI directly. */
export function serviceHitBy(check: Check, cis: readonly Ci[]): Ci | null {
	if (check.serviceId !== null) return cis.find((ci) => ci.id === check.serviceId) ?? null;
	const { ciId } = check;
	if (ciId === null) return null;
	const needing = cis.filter(
		(ci) =>
			ci.class === "service" &&
			(ci.id === ciId || ci.dependsOnIds.includes(ciId) || ci.runsOnIds?.includes(ciId)),
	);
	return needing.reduce<Ci | null>(
		(worst, next) => (worst === null || next.criticality < worst.criticality ? next : worst),
		null,
	);
}

function urgencyOf(severity: Severity): Level {
	if (severity === 5) return 1;
	return severity === 4 ? 2 : 3;
}

function describeIncident({ alert, check, ci, service, earlierNumber }: IncidentSource): string {
	const lines = [
		`${alert.title}`,
		"",
		`Check: ${check.name}`,
		`Target: ${describeTarget(check.target)}`,
		`Since: ${writeMoment(alert.since)}`,
		...(alert.evidence ? describeEvidence(alert.evidence) : []),
		...(ci ? [`Configuration item: ${ci.name}`] : []),
		...(service ? [`Service: ${service.name}`] : []),
		...(earlierNumber ? [`Earlier incident of this check: ${earlierNumber}`] : []),
	];
	return lines.join("\n");
}

/** `2026-11-23 07:15:08 UTC`: a text is read in every zone. */
function writeMoment(at: EpochMs): string {
	return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

function describeEvidence(result: CheckResult): readonly string[] {
	const { phases } = result;
	const timings = [
		["name", phases.dnsMs],
		["connect", phases.connectMs],
		["TLS", phases.tlsMs],
		["first byte", phases.firstByteMs],
		["transfer", phases.transferMs],
	] as const;
	const shown = timings.flatMap(([name, ms]) => (ms === null ? [] : [`${name} ${ms} ms`]));
	return [
		`Confirmed: ${writeMoment(result.at)}`,
		...(result.statusCode === null ? [] : [`Status: ${result.statusCode}`]),
		...(result.errorCode === null || result.statusCode !== null ? [] : [`Error: ${result.errorCode}`]),
		`Time taken: ${result.totalMs} ms${shown.length > 0 ? ` (${shown.join(", ")})` : ""}`,
	];
}
