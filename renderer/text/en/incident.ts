import { plural } from "../plural.ts";

/** Names of the rules that act on incidents, as the timeline shows them. */
const RULE_NAMES: Readonly<Record<string, string>> = {
	"caller-answered": "Caller answered",
	"hold-reminders": "Hold reminders",
	"auto-close": "Auto-close",
	"resolved-with-parent": "Resolved with parent",
	"major-accepted": "Major incident accepted",
};

export const incidentText = {
	ruleName: (id: string) => RULE_NAMES[id] ?? id,

	followUpDue: "Follow-up due",
	silent: {
		title: "The caller answered neither reminder",
		hint: "It may be resolved in the caller’s name; they can still write, which is kept.",
		resolve: "Closed/Resolved by Caller",
		notes: "The caller did not answer two reminders.",
		done: (number: string) => `${number} resolved in the caller’s name`,
		notNow: "That is offered once a caller has answered neither reminder.",
	},

	priority: {
		byHand: "set by hand",
		derived: (priority: string) => `The matrix gives ${priority}`,
		set: "Set by hand",
		takeBack: "Take back",
		title: (number: string) => `Priority of ${number}`,
		choice: "Priority",
		reason: "Why?",
		reasonNeeded: "A reason is needed.",
		choiceNeeded: "A priority is needed.",
		save: "Set the priority",
		done: (number: string) => `${number}: priority set by hand`,
		takenBack: (number: string) => `${number}: priority as the matrix gives it`,
		notAllowed: "Your role does not set a priority by hand.",
	},

	children: {
		title: "Child incidents",
		parent: "Parent incident",
		resolveToo: (count: number) =>
			`Resolve ${plural(count, "open child incident", "open child incidents")} as well, with the same code and notes`,
		resolveTooHint: "The desk does it as soon as it hears of it; those resolved by then are left alone.",
	},

	reopened: (who: string) => `last by ${who}`,

	major: {
		title: "Major incident",
		proposed: "Proposed as major incident",
		steps: "Major incident: next steps",
		nextUpdate: "Next update",
		noUpdate: "No next update is set",
		due: (when: string) => `due ${when}`,
		overdue: (when: string) => `overdue since ${when}`,
		impact: "Business impact",
		review: "Review",
		addImpact: "Add the business impact",
		addReview: "Add the review",
		edit: (label: string) => `Edit: ${label.toLowerCase()}`,
		communications: "Communications",
		technical: "Technical lead",
		nobody: "Nobody",
		sendUpdate: "Send an update",
		updates: "Communication notes",
		noUpdates: "Nothing was sent yet.",
		updateTitle: (number: string) => `Update on ${number}`,
		updateText: "Update",
		updateHint: "Visible to the caller",
		updateInternal: "Only colleagues read it",
		isInternal: "Internal only",
		updateNeeded: "An update needs words.",
		nextNeeded: "Say when the next update is due.",
		send: "Send",
		reason: "Work note",
		stepTitle: (label: string, number: string) => `${label}: ${number}`,
		back: "Back",
		optional: "optional",
		needed: (what: string) => `${what} needed.`,
	},

	majors: {
		title: "Major incidents",
		accepted: "Major incidents",
		proposed: "Proposed",
		noneAccepted: "No major incident",
		noneHint: "A P1 is not one by itself: anybody proposes it on the incident’s page.",
		noneProposed: "Nothing is proposed",
		palette: "Major incidents",
		assignee: "Has it",
		updateDue: "Next update",
	},

	settings: {
		incidents: {
			title: "Incidents",
			hint: "What time brings to incidents by itself. A major incident is never closed by itself.",
			reminderDays: "Remind callers again after",
			reminderSuffix: (days: number) => (days === 1 ? " business day" : " business days"),
			reminderRange: "1 to 30 business days.",
			closes: "Close resolved incidents by themselves",
			closeAfterHours: "After their last update, wait",
			closeSuffix: " hours",
			closeRange: "1 to 2160 hours.",
			saved: "Saved",
		},
		matrix: {
			title: "Priority matrix",
			hint: "Which priority impact and urgency give from now on. Tickets keep the priority that they have until their impact or urgency is changed; imported history stays as it was.",
			impact: (level: string) => `Impact ${level}`,
			urgency: (level: string) => `Urgency ${level}`,
			cell: (impact: number, urgency: number) => `Impact ${impact}, urgency ${urgency}`,
			save: "Save the matrix",
			saved: "The matrix is saved",
		},
	},
} as const;
