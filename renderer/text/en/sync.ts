import type { HappeningCode } from "../../worker/storage/happening.ts";
import { formatNumber, plural } from "../plural.ts";

const HAPPENED: Readonly<Record<HappeningCode, (edits: string) => string>> = {
	"cache-rebuilt": () => "The stored tickets could not be read. They were fetched from the desk again.",
	"cache-of-other-version": () =>
		"The stored tickets were of another version of the console. They were fetched from the desk again.",
	"cache-reopened": () => "Tickets could not be stored. The store was opened again.",
	"cache-in-memory": () =>
		"Tickets can’t be stored on this device. They are fetched anew whenever a window opens.",
	"outbox-in-memory": () =>
		"Edits can’t be stored on this device. Keep this window open until they have arrived, or export them.",
	"entries-set-aside": (edits) =>
		`${edits} could not be read and will not be sent. Export unsent work to see what is left of them.`,
	"restored-from-journal": (edits) =>
		`${edits} had been lost here and were restored from this device’s journal.`,
	"journal-damaged": () =>
		"A part of this device’s journal could not be read. It was kept aside in the desk’s folder.",
	"space-short": () =>
		"This device is nearly full. Histories of tickets are no longer kept for working offline.",
	"space-made": () => "This device is full. Stored histories were thrown away to make room for your edits.",
};

export const syncText = {
	starting: "Starting",
	live: "Live",
	catchingUp: (left: number) =>
		left > 0 ? `Catching up, ${plural(left, "change", "changes")} left` : "Catching up",
	firstSync: (percent: number) => `Loading the desk, ${percent} %`,
	offline: (since: string | null) => (since === null ? "Offline" : `Offline since ${since}`),
	waiting: (count: number) => `${plural(count, "edit", "edits")} waiting`,
	needsYou: (count: number) => plural(count, "edit needs you", "edits need you"),
	signedOut: "Signed out",
	noAccess: "Your role no longer lets you read this desk",
	unfinished: {
		title: "Unfinished:",
		more: (count: number) => `and ${formatNumber(count)} more`,
		dismiss: "Not now",
	},
	noAccessHint: "Its tickets are no longer on this device. What you wrote yourself is.",
	signIn: "Sign in",
	open: "Show what waits for the desk",
	memoryTitle: "This device can’t keep data right now.",
	memoryHint:
		"Edits last only until this window closes. Keep it open until they have arrived, or export them.",
	newVersion: "A new version is ready.",
	reload: "Load it",
	page: {
		title: "What waits for the desk",
		empty: "Nothing waits. Every edit made here is on the desk.",
		emptyOffline: "Nothing waits. Edits made while offline are listed here until the desk has them.",
		reconnect: "Try the desk now",
		exportUnsent: "Export unsent work",
		exported: "Unsent work exported",
		columns: {
			ticket: "Ticket",
			edit: "Edit",
			state: "State",
			since: "Since",
			actions: "Actions",
		},
		notHere: "A ticket that is not on this device",
		retry: "Try again",
		discard: "Discard",
		undo: "Undo",
		needsYou: "Needs you",
		waiting: "Waits for the desk",
		openTicket: "Open the ticket",
		attempts: (count: number) => `tried ${plural(count, "time", "times")}`,
		heard: "Last heard from the desk",
		neverHeard: "Not heard from the desk yet",
		drafts: "Unfinished texts and files",
		draftsHint: "Kept on this device until they are sent.",
		draftOfMove: "Change of state",
		draftOfCheck: "Change of a check",
		otherWindow: "from another window",
		continueDraft: "Continue where you were",
		removeDraft: "Remove",
		draftRemoved: "Removed",
		storage: {
			persisted: "Kept on this device",
			notPersisted: "Kept on this device, as long as its disk has room",
			memory: "In memory only",
		},
		writer: "This window sends",
		notWriter: "Another window sends",
	},
	happened: {
		title: "What happened on this device",
		hint: "Edits and drafts were not touched unless it says so.",
		words: (code: HappeningCode, count: number): string => HAPPENED[code](plural(count, "edit", "edits")),
	},
	intent: {
		queued: "Waits its turn",
		sending: "Being sent",
		waiting: "Waits for the desk",
		"needs-you": "Needs you",
		files: (percent: number) => `Waits for its files, ${percent} % sent`,
		create: (kind: string) => `New ${kind}`,
	},
} as const;
