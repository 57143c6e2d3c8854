import type { AlertCondition } from "../../shared/alert/severity.ts";
import type { AlertRow } from "../worker/protocol.ts";

const LANES: Readonly<Record<AlertCondition, number>> = { firing: 0, unknown: 1, resolved: 2 };

/** Firing first, then unknown, the worst and newest of each at the top; resolved by when they ended. */
export function sortAlerts(rows: readonly AlertRow[]): readonly AlertRow[] {
	return rows.toSorted(({ alert: a }, { alert: b }) => {
		const byLane = LANES[a.condition] - LANES[b.condition];
		if (byLane !== 0) return byLane;
		if (a.condition === "resolved") return (b.resolvedAt ?? b.since) - (a.resolvedAt ?? a.since);
		return b.severity - a.severity || b.since - a.since;
	});
}
