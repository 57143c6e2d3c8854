import { formatNumber, plural } from "../plural.ts";

export const workloadText = {
	title: "Workload",
	team: "Team",
	allTeams: "All teams",
	load: "Open work by person",
	columns: {
		person: "Person",
		open: "Open",
		urgent: "P1 and P2",
		onHold: "On hold",
		breached: "Breached",
		dueSoon: "Due in a day",
		oldest: "Oldest",
		actions: "Reassign",
	},
	nobody: "Nobody",
	gone: "not at this desk any more",
	gives: (count: number, name: string) => `Reassign the ${plural(count, "ticket", "tickets")} of ${name}`,
	reassign: "Reassign",
	list: (count: number, what: string, name: string) => `${name}, ${what}: ${formatNumber(count)}`,
	tooMany: (count: number, most: number) =>
		`${plural(count, "ticket", "tickets")} are more than can be changed at once. The first ${formatNumber(most)} are offered.`,
	none: "Nobody has open work here.",
	noneHint: "Choose another team, or all of them.",
	keys: "j and k go from person to person, Enter lists their tickets, i gives them to others.",
	loading: "Counting",
	incomplete: "Not all tickets of the desk are here yet: numbers still grow.",
	trend: {
		title: "Opened, ended and still open",
		days: "Days",
		day: (days: number) => plural(days, "day", "days"),
		kind: "Kind",
		allKinds: "All kinds",
		backlog: "Open at the end of the day",
		flow: "Opened and ended",
		opened: "Opened",
		ended: "Ended",
		open: "Open",
		date: "Day",
		chart: "Day by day; left and right go from day to day",
		asTable: "Show as a table",
		asChart: "Show as a chart",
		table: "Opened, ended and open by day",
		of: (day: string, opened: number, ended: number, open: number) =>
			`${day}: ${formatNumber(opened)} opened, ${formatNumber(ended)} ended, ${formatNumber(open)} open`,
		whole: (opened: number, ended: number, before: number, after: number) =>
			`${formatNumber(opened)} opened, ${formatNumber(ended)} ended; open ${formatNumber(before)} → ${formatNumber(after)}`,
		hint: "A ticket counts for the team that has it now, and as ended when it was resolved, closed or canceled for the last time.",
		kept: (months: number) =>
			`This workstation keeps what ended for ${plural(months, "month", "months")}: earlier days show too little.`,
	},
} as const;
