import { expect, test } from "vitest";
import { alertSchema } from "../../shared/api/alerts.ts";
import type { AlertRow } from "../worker/protocol.ts";
import { sortAlerts } from "./sort-alerts.ts";

function row(id: string, change: Record<string, unknown>): AlertRow {
	const alert = alertSchema.parse({
		id,
		source: "check",
		identity: id,
		condition: "firing",
		severity: 4,
		title: id,
		checkId: null,
		ciId: null,
		serviceId: null,
		suppressedBy: [],
		since: 0,
		firstSeenAt: 0,
		resolvedAt: null,
		count: 1,
		evidence: null,
		ticketId: null,
		trace: [],
		...change,
	});
	return { alert, checkName: null, ciName: null, serviceName: null, ticketNumber: null };
}

test("firing comes before unknown before resolved; the worst, then the newest, at the top", () => {
	const rows = [
		row("ended-early", { condition: "resolved", severity: 5, since: 50, resolvedAt: 60 }),
		row("ended-late", { condition: "resolved", since: 10, resolvedAt: 90 }),
		row("silent", { condition: "unknown", severity: 5, since: 99 }),
		row("old", { since: 1 }),
		row("new", { since: 2 }),
		row("worst", { severity: 5 }),
	];
	expect(sortAlerts(rows).map(({ alert }) => alert.id)).toEqual([
		"worst",
		"new",
		"old",
		"silent",
		"ended-late",
		"ended-early",
	]);
});
