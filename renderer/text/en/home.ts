import { formatNumber } from "../plural.ts";

export const homeText = {
	title: "Home",
	greeting: (name: string) => `Working as ${name}`,
	counts: {
		mine: "Mine",
		myTeams: "My teams’",
		unassigned: "Unassigned",
		breachingNext: "Breaching next",
		firingAlerts: "Alerts firing",
		checksDown: "Checks down",
	},
	countsLabel: "What needs somebody now",
	byPriority: "Open by priority",
	priorityBar: (counts: readonly number[]) =>
		counts.map((count, index) => `P${index + 1}: ${formatNumber(count)}`).join(", "),
	noOpen: {
		title: "No open ticket",
		hint: "Open one yourself, or let a check open it.",
		action: "New ticket",
	},
	breachingNext: "Breaching next",
	noBreaching: "Nothing is breached or due within a day.",
	mine: "My tickets",
	noMine: "No open ticket is assigned to you.",
	takeOne: "Take one that is unassigned",
	alerts: "Firing alerts",
	noAlerts: "Nothing is firing.",
	seeChecks: "See what is watched",
	all: "Show all",
} as const;
