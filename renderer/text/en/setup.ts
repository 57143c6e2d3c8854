import { formatNumber, plural } from "../plural.ts";

export const setupText = {
	title: "Set up this desk",
	intro: "Nothing is here yet. How do you want to begin? You can import later, too.",
	loading: "Asking the desk",
	sample: {
		title: "Sample desk",
		hint: "A small made-up company to try everything with: services, people, teams, two months of tickets of all four kinds, and checks on endpoints of its own that fail now and then.",
		tickets: "Tickets",
		action: "Fill with the sample",
	},
	empty: {
		title: "Empty desk",
		hint: "For real work from the first minute: no tickets, no checks. You add teams, people and checks as you go.",
		action: "Start empty",
	},
	log: {
		title: "Import a log",
		hint: "A ServiceNow-style incident event log, CSV or CSV.gz: each incident with its whole history, its teams, callers and people.",
		action: "Choose a file",
	},
	back: "Back to the choices",
	running: {
		sample: "Filling the sample desk",
		empty: "Preparing the desk",
		import: "Importing the log",
		hint: "You can leave this page open or come back later: the desk goes on by itself.",
	},
	progress: (share: number) => `${Math.floor(share * 100)} %`,
	notAllowed: {
		title: "This desk is not set up yet",
		hint: "An administrator has to choose how it begins. Ask one, then load this page again.",
	},
	done: "This desk is set up.",
	openQueue: "Open the queues",
} as const;

export const importText = {
	file: "Log file",
	filePlaceholder: "Choose a CSV or CSV.gz file",
	drop: "or drop it here",
	dropNow: "Drop the file",
	asOf: "Stop the replay at",
	asOfHint: "The log’s local time. Tickets are then open as they were at that moment. Empty: the whole log.",
	zone: "The log’s time zone",
	zoneSuggested: "Suggested",
	zoneOther: "All zones",
	start: "Import",
	cancel: "Cancel",
	tooBig: (limit: string) => `The file is larger than ${limit}, the most the desk takes.`,
	empty: "The file is empty.",
	notCsv: "This does not look like a CSV or CSV.gz file.",
	uploading: (sent: string, total: string) => `Uploading: ${sent} of ${total}`,
	running: (lines: number) =>
		lines === 0 ? "Reading the log" : `Reading: ${plural(lines, "line", "lines")} so far`,
	stopped: "The upload stopped. What has arrived is kept.",
	goOn: "Go on uploading",
	lost: "The desk does not answer. The import goes on there; this page goes on asking.",
	done: "The import is finished",
	failed: "The import failed",
	failedHint:
		"Nothing of this import was kept beyond what the figures say. Importing the same file again changes nothing twice.",
	figures: {
		events: "Events read",
		incidents: "Incidents",
		open: "Open now",
		unchanged: "Were there already",
		bad: "Lines left out",
	},
	badTitle: (count: number) => `${plural(count, "line was", "lines were")} left out`,
	badShown: (shown: number, total: number) => `The first ${formatNumber(shown)} of ${formatNumber(total)}`,
	line: "Line",
	reason: "Reason",
	download: "Download the list",
	another: "Import another file",
	progressLabel: "Progress of the import",
} as const;
