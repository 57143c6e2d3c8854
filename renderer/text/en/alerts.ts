import type { AlertCondition, Severity } from "../../../shared/alert/severity.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = {
	5: "Critical",
	4: "Major",
	3: "Minor",
	2: "Warning",
	1: "Info",
	0: "Clear",
};
const CONDITIONS: Readonly<Record<AlertCondition, string>> = {
	firing: "Firing",
	resolved: "Resolved",
	unknown: "Unknown",
};

export const alertsText = {
	title: "Alerts",
	severity: (severity: Severity) => SEVERITIES[severity],
	condition: (condition: AlertCondition) => CONDITIONS[condition],
	filter: "Which alerts",
	firing: (count: number) => `Firing ${count}`,
	all: "With resolved",
	list: "Alerts, firing first",
	ruleOn: "Incidents open by themselves",
	ruleLink: "Rules",
	columns: {
		severity: "Severity",
		title: "Alert",
		since: "Since",
		source: "Source",
		belongs: "Service, CI",
		incident: "Incident",
	},
	empty: {
		title: "Nothing is firing",
		hint: "When a check fails and its retries confirm it, its alert appears here.",
		noChecksHint: "Nothing is being watched yet, so nothing can fire.",
		action: "Show resolved alerts",
		addCheck: "Add a check",
	},
	none: {
		title: "There was never an alert",
		hint: "Alerts come from checks. Add one, or look at those that run.",
		action: "Go to checks",
	},
	choose: {
		title: "No alert chosen",
		hint: "Choose one from the list to see its evidence and how it came about.",
	},
	gone: { title: "There is no such alert", hint: "It may have been removed.", action: "Go to all alerts" },
	detail: {
		label: "The alert",
		close: "Close",
		condition: "Condition",
		severity: "Severity",
		since: "Since",
		lasted: "Lasted",
		resolved: "Resolved",
		firstSeen: "First seen",
		count: "Times fired",
		source: "Source",
		check: "Check",
		service: "Service",
		ci: "Configuration item",
		incident: "Incident",
		noIncident: "None was opened",
		suppressed: "Suppressed by",
		evidence: "Evidence",
		noEvidence: "No result is kept for it.",
		why: "Why it is here",
	},
	sourceCheck: "Check",
} as const;
