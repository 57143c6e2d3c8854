import type { Alert, Rule } from "../../../shared/api/alerts.ts";
import type { Check, CheckInput, CheckState } from "../../../shared/api/checks.ts";
import { parseJson, toFlag } from "./rows.ts";
import type { AlertTable, CheckTable, RuleTable } from "./tables.ts";

/** Between rows and objects, for what monitoring keeps. */

export function fromCheckRow(row: CheckTable): Check {
	return {
		...parseJson<CheckInput>(row.definition),
		id: row.id,
		// Written from a `CheckState` only.
		state: row.state as CheckState,
		stateSince: row.state_since,
		revision: row.revision,
	};
}

export function toCheckRow({ id, state, stateSince, revision, ...definition }: Check): CheckTable {
	return { id, definition: JSON.stringify(definition), state, state_since: stateSince, revision };
}

export function fromAlertRow(row: Pick<AlertTable, "body">): Alert {
	return parseJson<Alert>(row.body);
}

export function toAlertRow(alert: Alert): AlertTable {
	return {
		id: alert.id,
		identity: alert.identity,
		condition: alert.condition,
		severity: alert.severity,
		check_id: alert.checkId,
		ticket_id: alert.ticketId,
		since: alert.since,
		body: JSON.stringify(alert),
	};
}

export function fromRuleRow(row: RuleTable): Rule {
	return {
		id: row.id,
		name: row.name,
		isEnabled: row.is_enabled === 1,
		resolveAfterMs: row.resolve_after_ms,
	};
}

export function toRuleRow(rule: Rule): RuleTable {
	return {
		id: rule.id,
		name: rule.name,
		is_enabled: toFlag(rule.isEnabled),
		resolve_after_ms: rule.resolveAfterMs,
	};
}
