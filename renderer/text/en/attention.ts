import { plural } from "../plural.ts";

export const attentionText = {
	title: "Both of you changed this",
	by: (name: string, when: string) => `${name} changed it: ${when}.`,
	bySomeone: (when: string) => `It was changed on the desk: ${when}.`,
	mineWas: (when: string) => `Your edit: ${when}.`,
	field: "Field",
	base: "It was",
	mine: "Mine",
	theirs: "Theirs",
	choose: (field: string) => `${field}: mine or theirs`,
	keepMine: "Keep mine",
	takeTheirs: "Take theirs",
	settle: "Settle as chosen",
	noteStays: "Your note is added either way.",
	restStays: (count: number) =>
		`${plural(count, "other field", "other fields")} of this edit will be saved either way.`,
	refusedTitle: "The desk did not take this edit",
	retry: "Try again",
	discard: "Discard it",
	discarded: "Edit discarded",
	empty: "nothing",
	yes: "yes",
	no: "no",
	keys: "J and K go from one to the next.",
	conflictKeys: "M and T choose mine or theirs for a field, Shift with M or T for all of them.",
} as const;
