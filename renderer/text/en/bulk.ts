import { formatNumber, plural } from "../plural.ts";

const tickets = (count: number): string => plural(count, "ticket", "tickets");

export const bulkText = {
	chosen: (count: number) => `${tickets(count)} chosen`,
	barLabel: "Chosen tickets",
	edit: "Edit…",
	assignToMe: "Assign to me",
	assign: "Assign to…",
	chooseAll: (count: number) => `Choose all ${formatNumber(count)}`,
	clear: "Clear",
	tooMany: (count: number, most: number) =>
		`${formatNumber(count)} tickets are too many to change at once: narrow the list to ${formatNumber(most)}.`,

	title: (count: number) => `Change ${tickets(count)}`,
	leave: "Leave as it is",
	nobody: "Nobody",
	noTeam: "No team",
	none: "None",
	another: "Another field",
	anotherHint: "Add a field",
	note: "Note on each",
	noteKinds: { workNote: "Work note", comment: "Comment to the caller" },
	cancel: "Cancel",
	nothingYet: "Say what is to change: each ticket shows below what it will become.",
	save: (count: number) => `Change ${tickets(count)}`,
	preview: "What becomes of each",
	groups: {
		changes: (count: number) => `${formatNumber(count)} will change`,
		same: (count: number) => `${formatNumber(count)} ${count === 1 ? "stays as it is" : "stay as they are"}`,
		refused: (count: number) => `${formatNumber(count)} ${count === 1 ? "refuses" : "refuse"}`,
	},
	groupsLabel: "Which to show",
	oneWay: (count: number) =>
		`Undo can’t bring back the state of ${tickets(count)}: there is no way back to it.`,
	voiding: (count: number) =>
		`${plural(count, "change loses its approvals", "changes lose their approvals")}.`,
	columns: { number: "Number", subject: "Short description", becomes: "Becomes", reason: "Why not" },
	empty: "empty",
	noteOnly: "A note is added",
	arrow: "becomes",
	noneOfThese: "None of them.",

	done: (count: number) => `${tickets(count)} changed`,
	doneBut: (count: number, refused: number) =>
		`${tickets(count)} changed, ${formatNumber(refused)} refused and ${refused === 1 ? "stays" : "stay"} as before`,
	noneChanged: "None of these tickets takes this change.",
	failed: "Nothing was changed.",
	progress: (sent: number, total: number) =>
		`Sending: ${formatNumber(sent)} of ${tickets(total)} are on the desk`,
	progressNeedsYou: (count: number) => `${tickets(count)} need you`,
	showNeedsYou: "Show",

	undoOf: (when: string | null) =>
		when === null ? "undo of an earlier edit" : `undo of the edit of ${when}`,
	atOnce: "with others at once",

	groupTitle: (count: number) => `Of one edit of many, ${tickets(count)} need you`,
	retryAll: (count: number) => `Try all ${formatNumber(count)} again`,
	mineOnAll: (count: number) => `Keep mine on ${formatNumber(count)}`,
	theirsOnAll: (count: number) => `Take theirs on ${formatNumber(count)}`,
	discardAll: (count: number) => `Discard all ${formatNumber(count)}`,
	discardedAll: (count: number) => `${plural(count, "edit", "edits")} discarded`,
	showEach: "Show each",
	inConflict: "Others have changed the same meanwhile.",

	undone: (count: number) => `Undone on ${tickets(count)}.`,
	left: (count: number) => `${formatNumber(count)} left as others changed them.`,
	partly: (count: number) => `On ${tickets(count)} the state stays, as there is no way back to it.`,
	refused: (count: number, reason: string) =>
		`${formatNumber(count)} ${count === 1 ? "stays" : "stay"}: ${reason}`,
} as const;
