import { plural } from "../plural.ts";

export const recalculateText = {
	title: "Recalculate clocks",
	open: "Recalculate…",
	scope: "What is counted anew",
	hint: "An edit never moves what was counted before it, and completed clocks never move. Where the past itself was counted by the wrong terms, count it anew: all clocks of these policies, completed ones too, by the version that applies now and the calendars as they are now. It can’t be taken back, and the audit keeps it.",
	policies: "Policies",
	policy: (name: string, party: string, version: number) => `${name} (${party}), version ${version}`,
	policiesNeeded: "Choose at least one policy.",
	none: "No policy promises anything now.",
	from: "From when on",
	fromHint: "What was counted before stays as it is.",
	fromNeeded: "Choose from when on it is counted anew.",
	reason: "Reason",
	reasonHint: "Stays in the audit, with the policy, and under each clock.",
	reasonNeeded: "Say why.",
	preview: "See what would change",
	compared: (tickets: number) => `${plural(tickets, "ticket", "tickets")} compared so far…`,
	effects: "What would change",
	summary: (changed: number) =>
		changed === 0 ? "Nothing would change." : `${plural(changed, "clock", "clocks")} would change.`,
	columns: {
		policy: "Policy",
		clocks: "Clocks since then",
		changed: "Would change",
		completed: "Completed among them",
		breached: "Would be breached",
		relieved: "No longer breached",
	},
	button: (changed: number) => `Recalculate ${plural(changed, "clock", "clocks")}`,
	cancel: "Cancel",
	done: (changed: number) => `${plural(changed, "clock", "clocks")} recalculated`,
	made: {
		title: "Recalculated",
		since: (from: string) => `From ${from}`,
		by: (version: number, who: string, time: string) => `By version ${version}; ${who}, ${time}`,
	},
} as const;
