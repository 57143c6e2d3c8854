import { plural } from "../plural.ts";

/** Tasks, problems and what is done for the incidents of a problem. */
export const problemsText = {
	/** What is done around a ticket; also what its dialog is called, and its draft. */
	dialogs: {
		addTask: "Add task",
		createProblem: "Create problem",
		addIncidents: "Add incidents",
		communicateWorkaround: "Communicate workaround",
		communicateFix: "Communicate fix",
		split: "Split off",
		link: "Link a ticket",
	},
	split: {
		title: "What it is about",
		notes: "What was written about it",
		notesHint: "It stays here too, and becomes the description of the new incident.",
		writtenBy: (name: string, at: string) => `${name}, ${at}`,
		somebody: "The desk",
		made: "Split off",
		offer: (number: string) => `${number} was split off`,
	},
	actions: "Related work",
	dialogTitle: (name: string, number: string) => `${name}: ${number}`,
	knownError: "Known error",
	back: "Back",
	needed: (field: string) => `${field} needed.`,
	tell: { tasked: "Task added", created: "Problem created", open: "Open it" },

	task: { title: "What is to be done" },

	hold: {
		label: (count: number) =>
			count === 1
				? "Put the incident on hold: Awaiting Problem"
				: "Put these incidents on hold: Awaiting Problem",
		hint: "Resolved with the problem, the fix as close notes.",
		followUpAt: "When will you look again?",
	},

	add: {
		find: "Find an incident",
		chosen: "Chosen incidents",
		remove: (number: string) => `Take ${number} out`,
		none: "Choose at least one.",
		save: (count: number) => (count === 0 ? "Add" : `Add ${plural(count, "incident", "incidents")}`),
		added: (count: number, number: string) => `${plural(count, "incident", "incidents")} added to ${number}`,
	},

	communicate: {
		text: "What the incidents are told",
		audience: (count: number) =>
			count === 0
				? "No incident of this problem is still there to be told."
				: `A work note on ${plural(count, "incident", "incidents")}: all of this problem that are not closed.`,
		callers: "Also tell the callers",
		callersHint: "As a comment that they can read.",
		send: "Communicate",
		done: (count: number) => `Told ${plural(count, "incident", "incidents")}`,
		offline: "They wait for the desk with your other edits.",
		workaround: (number: string, text: string) => `Workaround from ${number}: ${text}`,
		fix: (number: string, text: string) => `Fix from ${number}: ${text}`,
		trace: (what: string, count: number, isToCallers: boolean) =>
			`${what} communicated to ${plural(count, "incident", "incidents")}${isToCallers ? " and their callers" : ""}.`,
		what: { communicateWorkaround: "Workaround", communicateFix: "Fix" },
	},
	failed: (count: number, why: string) =>
		`${plural(count, "incident was", "incidents were")} left as before: ${why}`,
} as const;
