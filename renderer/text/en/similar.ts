import { formatNumber, plural } from "../plural.ts";

const percents = new Intl.NumberFormat("en", { style: "percent" });

export const similarText = {
	title: "Similar tickets",
	/** Ahead of the name of a team. */
	suggested: "Suggested team",
	why: (count: number, of: number) => `${percents.format(count / of)} of ${formatNumber(of)} similar`,
	/** The same for those who point at it. */
	counted: (count: number, of: number) =>
		`${formatNumber(count)} of ${plural(of, "similar ticket", "similar tickets")} went there`,
	take: "Take it",
	taken: "Team taken",
	takeBack: "Take back",
	workaround: "Workaround",
	notSolved: "Not solved yet",
	noSolution: "Nothing was noted",
	showMore: (count: number) => `Show ${formatNumber(count)} more`,
	teamOf: (number: string, name: string) => `${number}: team ${name}, as similar tickets`,
} as const;
