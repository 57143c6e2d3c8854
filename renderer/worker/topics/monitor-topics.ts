import type { Alert } from "../../../shared/api/alerts.ts";
import type { Model, OpenGeneration } from "../engine/model.ts";
import type { AlertRow, CheckRow } from "../protocol.ts";
import { compareTexts } from "../views/slot-order.ts";

const STATE_ORDER = ["down", "degraded", "unknown", "up"] as const;

/** Alerts, firing first, then worst first, then newest. */
export function alertsPayload(model: Model, isFiringOnly: boolean): readonly AlertRow[] {
	const { generation } = model;
	if (!generation) return [];
	return sortedAlerts(generation, isFiringOnly).map((alert) => ({
		alert,
		checkName: generation.cache.things.checks.get(alert.checkId ?? "")?.name ?? null,
		ciName: generation.cache.things.cis.get(alert.ciId ?? "")?.name ?? null,
		serviceName: generation.cache.things.cis.get(alert.serviceId ?? "")?.name ?? null,
		ticketNumber: numberOf(generation, alert.ticketId),
	}));
}

export function sortedAlerts({ cache }: OpenGeneration, isFiringOnly: boolean): readonly Alert[] {
	return [...cache.things.alerts.values()]
		.filter((alert) => !isFiringOnly || alert.condition === "firing")
		.sort(
			(one, other) =>
				Number(other.condition === "firing") - Number(one.condition === "firing") ||
				other.severity - one.severity ||
				other.since - one.since,
		);
}

/** Checks, worst first, then by name. */
export function checksPayload(model: Model): readonly CheckRow[] {
	const { generation } = model;
	if (!generation) return [];
	const { checks, cis } = generation.cache.things;
	return [...checks.values()]
		.sort(
			(one, other) =>
				STATE_ORDER.indexOf(one.state) - STATE_ORDER.indexOf(other.state) ||
				compareTexts(one.name, other.name),
		)
		.map((check) => ({
			check,
			figures: model.figures.get(check.id) ?? null,
			ciName: cis.get(check.ciId ?? "")?.name ?? null,
			serviceName: cis.get(check.serviceId ?? "")?.name ?? null,
		}));
}

function numberOf({ cache }: OpenGeneration, ticketId: string | null): string | null {
	const slot = ticketId === null ? undefined : cache.columns.slotOf(ticketId);
	return slot === undefined ? null : cache.columns.numberOf(slot);
}
