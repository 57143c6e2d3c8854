import type { FieldDefinition, Requirement } from "../lifecycle.ts";

/** A lead's own priority, above what impact and urgency give, and why; on every kind that has a priority. */
export const PRIORITY_FIELDS: readonly FieldDefinition[] = [
	{
		name: "$priorityOverride",
		label: "Priority set by hand",
		type: "choice",
		needs: "priority.override",
		isShownApart: true,
		choices: [
			{ value: 1, label: "Critical" },
			{ value: 2, label: "High" },
			{ value: 3, label: "Moderate" },
			{ value: 4, label: "Low" },
			{ value: 5, label: "Planning" },
		],
	},
	{
		name: "$priorityReason",
		label: "Reason for the priority",
		type: "text",
		needs: "priority.override",
		isShownApart: true,
	},
];

export const PRIORITY_REQUIREMENTS: readonly Requirement[] = [
	{ anyOf: ["$priorityReason"], when: [{ field: "$priorityOverride", isOneOf: [null], not: true }] },
];
