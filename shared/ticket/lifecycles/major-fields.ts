import type { FieldDefinition } from "../lifecycle.ts";

/** Where the offer to make an incident a major one stands. */
export const MAJOR_STATE = { proposed: 1, accepted: 2, rejected: 3, canceled: 4 } as const;

const { proposed, accepted, rejected, canceled } = MAJOR_STATE;

/** What a major incident has beyond others: who decides that it is one, and who speaks of it when. */
export const MAJOR_FIELDS: readonly FieldDefinition[] = [
	{
		name: "$majorState",
		label: "Major incident",
		type: "choice",
		isShownApart: true,
		choices: [
			{ value: proposed, label: "Proposed" },
			{ value: accepted, label: "Accepted" },
			{ value: rejected, label: "Rejected" },
			{ value: canceled, label: "Canceled" },
		],
		steps: [
			{
				from: [null, rejected, canceled],
				to: proposed,
				label: "Propose as major incident",
				offers: ["$businessImpact"],
			},
			{
				from: [proposed],
				to: accepted,
				label: "Accept as major incident",
				needs: "major.manage",
				requires: [{ anyOf: ["$businessImpact"] }, { note: "workNote" }],
				offers: ["$nextUpdateAt"],
			},
			{
				from: [proposed],
				to: rejected,
				label: "Reject as major incident",
				needs: "major.manage",
				requires: [{ note: "workNote" }],
			},
			{ from: [proposed], to: canceled, label: "Withdraw the proposal" },
			{
				from: [accepted],
				to: canceled,
				label: "No longer a major incident",
				needs: "major.manage",
				requires: [{ note: "workNote" }],
			},
		],
	},
	{ name: "$businessImpact", label: "Business impact", type: "longText", isShownApart: true },
	{ name: "$nextUpdateAt", label: "Next update due", type: "moment", isShownApart: true },
	{ name: "$communicationLeadId", label: "Communications", type: "person", isShownApart: true },
	{ name: "$technicalLeadId", label: "Technical lead", type: "person", isShownApart: true },
	{ name: "$reviewNotes", label: "Review", type: "longText", isShownApart: true },
];
