import { APPROVAL_RULE } from "../ticket/lifecycles/approval.ts";
import type { Questionnaire } from "./risk.ts";
import type { ChangeSettings } from "./settings.ts";

/** What is asked for a change's risk until a desk asks otherwise. */
const DEFAULT_QUESTIONNAIRE: Questionnaire = [
	{
		id: "impact",
		text: "What happens if it fails?",
		choices: [
			{ label: "Nobody notices", points: 0 },
			{ label: "Some people can’t work as usual", points: 2 },
			{ label: "A service stands still", points: 4 },
			{ label: "The company stands still", points: 6 },
		],
	},
	{
		id: "reach",
		text: "How many services does it touch?",
		choices: [
			{ label: "None that people use", points: 0 },
			{ label: "One", points: 1 },
			{ label: "Several", points: 3 },
		],
	},
	{
		id: "tested",
		text: "Has it been tested?",
		choices: [
			{ label: "On a copy of the real thing", points: 0 },
			{ label: "In part", points: 2 },
			{ label: "No", points: 4 },
		],
	},
	{
		id: "backout",
		text: "Is the way back proven?",
		choices: [
			{ label: "It was tried", points: 0 },
			{ label: "It should work", points: 2 },
			{ label: "There is no way back", points: 4 },
		],
	},
	{
		id: "done",
		text: "Have you done this before?",
		choices: [
			{ label: "Often", points: 0 },
			{ label: "Once or twice", points: 1 },
			{ label: "Never", points: 3 },
		],
	},
];

/** What a desk says about its changes until somebody edits it. */
export const DEFAULT_CHANGE_SETTINGS: ChangeSettings = {
	peers: { rule: APPROVAL_RULE.any },
	cab: { personIds: [], rule: APPROVAL_RULE.majority },
	emergencyCab: { personIds: [], rule: APPROVAL_RULE.any },
	questionnaire: DEFAULT_QUESTIONNAIRE,
	blackouts: [],
	maintenance: [],
	templates: [],
};
