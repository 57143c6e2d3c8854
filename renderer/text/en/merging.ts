import { formatNumber, plural } from "../plural.ts";

const incidents = (count: number): string => plural(count, "incident", "incidents");

export const mergingText = {
	action: "Merge…",
	title: "Merge incidents",
	remains: "Which one remains",
	remainsHint: "The others are resolved as its duplicates. Mail to any of them is read on this one.",
	find: "Merge with",
	findMore: "Another one to merge",
	remove: (number: string) => `Leave ${number} out`,
	caller: (name: string) => `for ${name}`,
	nobody: "nobody",
	opened: "opened",
	refuses: (reason: string) => `Stays as it is: ${reason}`,
	needsTwo: "Find the incident that this one is the same as.",
	noneMerges: "None of them can be merged into this one.",
	save: (count: number, number: string) => `Merge ${incidents(count)} into ${number}`,
	saveNone: "Merge",
	done: (count: number, number: string) => `${incidents(count)} merged into ${number}`,
	tooMany: (count: number, most: number) =>
		`${incidents(count)} are too many to merge at once: choose ${formatNumber(most)} at most.`,
	onlyIncidents: "Only incidents are merged.",
	banner: "Merged into",
	bannerHint: "Write there: nobody follows this one any more.",
	takeApart: "Take apart",
	apart: (number: string) => `${number} is a ticket of its own again`,
	conversations: "Conversations of merged incidents",
	conversation: (number: string, caller: string | null) =>
		caller === null ? number : `${number}, for ${caller}`,
	loading: "Loading",
	silent: "Nobody has written there.",
} as const;
