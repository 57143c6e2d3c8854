import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import { ticketKinds } from "../../../shared/ticket/known-lifecycles.ts";
import { findField, lifecycleOf, stateName } from "../../../shared/ticket/lifecycle.ts";
import { HOLD_REASON_NAMES } from "../../../shared/ticket/lifecycles/incident.ts";
import type { Priority } from "../../../shared/ticket/priority.ts";
import type { NoteKind, Ticket } from "../../../shared/ticket/ticket.ts";
import { formatNumber, plural } from "../plural.ts";

const PRIORITY_NAMES = ["Critical", "High", "Moderate", "Low", "Planning"] as const;
const LEVEL_NAMES = ["High", "Medium", "Low"] as const;

export const ticketText = {
	priorityName: (priority: Priority) => PRIORITY_NAMES[priority - 1] ?? "",
	priority: (priority: Priority) => `P${priority} ${PRIORITY_NAMES[priority - 1] ?? ""}`,
	level: (level: number) => `${level} ${LEVEL_NAMES[level - 1] ?? ""}`,
	/** The desk names its own kinds, and may rename the built-in ones. */
	kindName: (kind: TicketKind) => lifecycleOf(kind).label,
	/** The English names are the lifecycle's own. */
	state: (kind: TicketKind, state: number) => stateName(kind, state),
	holdReason: (reason: number) => HOLD_REASON_NAMES[reason] ?? `Reason ${reason}`,
	nobody: "Nobody",
	noTeam: "No team",
	none: "None",
	yes: "Yes",
	no: "No",
	pendingMark: "Not on the desk yet",
	needsYouMark: "An edit of this ticket needs you",
	clockPaused: "Clock paused",
	noClock: "No clock",
	metInTime: (used: string) => `Resolved in time, ${used} used`,
	missed: (used: string) => `Resolved late, ${used} used`,
	canceledClock: "Canceled",
	percentUsed: (percent: number, target: string) => `${percent} % of ${target}`,

	fields: {
		shortDescription: "Short description",
		description: "Description",
		state: "State",
		holdReason: "Hold reason",
		followUpAt: "Follow-up",
		impact: "Impact",
		urgency: "Urgency",
		priority: "Priority",
		teamId: "Team",
		assigneeId: "Assignee",
		callerId: "Caller",
		ciId: "CI",
		serviceId: "Service",
		category: "Category",
		subcategory: "Subcategory",
		closeCode: "Close code",
		closeNotes: "Close notes",
		parentId: "Part of",
		problemId: "Problem",
		reopenCount: "Times reopened",
		openedById: "Opened by",
		contactType: "Contact",
		sourceState: "State in the source",
		openedAt: "Opened",
		updatedAt: "Updated",
		resolvedAt: "Resolved",
		closedAt: "Closed",
	} satisfies Partial<Record<keyof Ticket, string>>,
	clock: "Resolution clock",

	page: {
		addText: (label: string) => `Add the ${label.toLowerCase()}`,
		editText: (label: string) => `Edit the ${label.toLowerCase()}`,
		loading: "Loading the ticket",
		notFoundTitle: (key: string) => `There is no ticket ${key} here.`,
		notFoundHint:
			"It may not have reached this device yet, or is not kept on it any more: then it is fetched when the desk can be reached. Or it is outside of what you may see.",
		back: "Back to the queue",
		next: "Next ticket of the queue",
		previous: "Previous ticket of the queue",
		place: (place: number, total: number) => `${formatNumber(place)} of ${formatNumber(total)}`,
		endOfQueue: "That was the last ticket of the queue.",
		startOfQueue: "That was the first ticket of the queue.",
		openPage: "Open the whole ticket",
		details: "Details",
		times: "Times",
		alerts: "Alerts",
		label: (number: string) => `Ticket ${number}`,
		timeline: "Timeline",
		timelineShows: "What the timeline shows",
		everything: "Everything",
		conversation: "Comments and notes",
		editTitle: "Edit the short description",
		noDescription: "No description",
		addDescription: "Add a description",
		editDescription: "Edit the description",
		save: "Save",
		discard: "Discard",
		partial: "Offline, and this ticket was not opened here before: only its latest standing is known.",
		historyLoading: "Loading the history",
		provisional: "Provisional number: the desk gives the real one.",
		readOnly: "You may read this ticket but not edit it.",
		reopened: (count: number) => `Reopened ${plural(count, "time", "times")}`,
		moves: "Moves",
	},

	timeline: {
		opened: "opened this ticket",
		changed: "changed",
		and: ", ",
		system: "Deskwatch",
		rule: (name: string) => `Rule ${name}`,
		imported: "Imported",
		someone: "Somebody",
		madeOffline: (recorded: string) => `made offline, recorded ${recorded}`,
		recorded: (recorded: string) => `recorded ${recorded}`,
		earlier: (count: number) => `Show ${plural(count, "earlier entry", "earlier entries")}`,
		pending: "not on the desk yet",
		comment: "Comment",
		workNote: "Work note",
		visible: "Visible to the caller",
		internal: "Internal",
		arrow: "to",
		empty: "–",
		text: "text changed",
	},

	composer: {
		label: "Write",
		mode: { comment: "Comment to the caller", workNote: "Work note" } satisfies Record<NoteKind, string>,
		send: { comment: "Send to caller", workNote: "Save work note" } satisfies Record<NoteKind, string>,
		placeholder: {
			comment: "The caller will read this.",
			workNote: "Only your colleagues will read this.",
		} satisfies Record<NoteKind, string>,
		audience: { comment: "Visible to the caller", workNote: "Internal" } satisfies Record<NoteKind, string>,
		moveHere: {
			comment: "Move the work note’s text here",
			workNote: "Move the comment’s text here",
		} satisfies Record<NoteKind, string>,
		hint: "Ctrl + Enter",
	},

	actions: {
		assignToMe: "Assign to me",
		start: "Start work",
		hold: "Put on hold",
		resume: "Resume work",
		resolve: "Resolve",
		reopen: "Reopen",
		approve: "Approve",
		reject: "Reject",
		cancel: "Cancel ticket",
		moveTo: (state: string) => `Move to ${state}`,
		undo: "Undo",
		undone: (what: string) => `Undone: ${what}`,
		nothingToUndo: "There is nothing to undo.",
		changedSince: "That was changed again since, so it stays as it is.",
		assigned: (number: string, name: string) => `${number} assigned to ${name}`,
		unassigned: (number: string) => `${number} is nobody’s now`,
		team: (number: string, name: string) => `${number} moved to ${name}`,
		edited: (number: string, field: string) => `${number}: ${field.toLowerCase()} changed`,
		moved: (number: string, state: string) => `${number} is ${state} now`,
		alreadyYours: (number: string) => `${number} is yours already.`,
		notPossible: (number: string, action: string) =>
			`“${action}” is not possible for ${number} in its state.`,
		whoAreYou: "Choose who you work as first, at the bottom left.",
		commented: "Comment sent",
		noted: "Work note saved",
		failed: "That was not saved",
	},

	move: {
		title: (number: string, action: string) => `${action}: ${number}`,
		holdReason: "Why does it wait?",
		followUpAt: "When will you look again?",
		comment: "Comment to the caller",
		commentNeeded: "The caller is told what you wait for.",
		workNote: "Work note",
		optional: "optional",
		closeCode: "Close code",
		closeNotes: "Close notes",
		closeNotesHint: "What was wrong and what helped. The caller can read it.",
		cancel: "Back",
		cancelReason: "Why is it canceled?",
		reopenReason: "Why is it reopened?",
		needed: (field: string) => `${field} needed.`,
	},

	waiting: (count: number) => `${plural(count, "edit waits", "edits wait")} for the desk`,

	alert: {
		since: "Since",
		evidence: "Evidence",
		noEvidence: "No result was kept.",
		timing: (name: string, ms: string) => `${name} ${ms} ms`,
		phases: { dns: "name", connect: "connect", tls: "TLS", firstByte: "first byte", transfer: "transfer" },
		status: (code: number) => `status ${code}`,
		open: "Open the alert",
	},

	pick: {
		another: "Choose another",
		person: "Find a person",
		ci: "Find a configuration item",
		team: "Find a team",
		nobodyFound: "Nobody by that name",
		nothingFound: "Nothing by that name",
		teamMembers: "In this team",
		others: "Everybody else",
		clear: "Clear",
	},

	create: {
		title: { incident: "New incident", problem: "New problem" },
		titleOf: (label: string) => `New ${lowerFirst(label)}`,
		made: (label: string) => `${label} created`,
		create: "Create",
		resolvedHint: "How it was solved",
		notSolved: "Not solved yet",
		createAndResolve: "Create and resolve",
		caller: "Caller",
		priority: "Priority",
		created: (number: string) => `${number} created`,
		createdResolved: (number: string) => `${number} created and resolved`,
		open: "Open it",
		people: "Who",
		what: "What",
		routing: "Where it goes",
		where: "What it is about",
	},
} as const;

/** What people call a field, also one that a later version of the desk knows and this one does not. */
export function fieldName(field: string): string {
	const names: Readonly<Record<string, string>> = ticketText.fields;
	return names[field] ?? declaredLabel(field) ?? field;
}

/** `Facility job` within a sentence; `IT audit` stays as it is. */
function lowerFirst(label: string): string {
	return /^[A-Z][a-z]/.test(label) ? `${label[0]?.toLowerCase()}${label.slice(1)}` : label;
}

/** The English names of declared fields are the lifecycles' own; kinds that share one call it the same. */
function declaredLabel(field: string): string | undefined {
	return ticketKinds()
		.map((kind) => findField(kind, field)?.label)
		.find((label) => label !== undefined);
}
