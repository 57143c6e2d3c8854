import type { ApprovalRule } from "../../../shared/approval/judge-stage.ts";
import type { GroupName } from "../../../shared/change/approval-groups.ts";
import type { Conflict } from "../../../shared/change/conflicts.ts";
import { plural } from "../plural.ts";

const RISK_NAMES = ["Very high", "High", "Moderate", "Low"] as const;
const riskName = (risk: number) => RISK_NAMES[risk - 1] ?? `Risk ${risk}`;

function describeConflict(conflict: Conflict, ciName: string | null): string {
	switch (conflict.code) {
		case "ci":
			return {
				same: `${ciName} is already scheduled:`,
				parent: `${ciName}, which its CI needs, is already scheduled:`,
				child: `${ciName}, which needs its CI, is already scheduled:`,
				related: `${ciName}, which is related to its CI, is already scheduled:`,
			}[conflict.relation];
		case "assignee":
			return "The assignee is already scheduled:";
		case "blackout":
			return `It is in a blackout window: ${conflict.name}`;
		case "maintenance":
			return `It is outside its CI’s maintenance window: ${conflict.names.join(", ")}`;
	}
}

export const changesText = {
	risks: riskName,
	panel: {
		label: "Change",
		template: (name: string) => `Standard change: ${name}`,
		templateGone: "its template is gone",
	},
	window: { label: "Planned:", startAt: "Planned start", endAt: "Planned end", none: "No window yet." },
	conflicts: {
		label: "Conflicts",
		reason: describeConflict,
		window: (from: string, to: string) => `${from} – ${to}`,
		count: (count: number) => plural(count, "conflict", "conflicts"),
	},
	voiding: {
		title: "This is what is to be approved",
		templateTitle: "This leaves the template",
		voids: (fields: string, approvals: number) =>
			`Editing ${fields.toLowerCase()} voids ${plural(approvals, "approval", "approvals")} and returns the change to New.`,
		leavesTemplate: (fields: string) =>
			`With another ${fields.toLowerCase()} than its template’s this becomes a normal change, in New, that must be approved.`,
		keep: "Keep it as it is",
		edit: "Edit and void",
		makeNormal: "Make it a normal change",
		kept: "Kept as it was.",
	},
	hold: {
		put: "Put on hold",
		takeOff: "Take off hold",
		isOnHold: "On hold:",
		reason: "Why is it on hold?",
		needed: "Say why it is on hold.",
		done: (number: string) => `${number} is on hold`,
	},
	risk: {
		title: "Risk",
		open: "Assess the risk",
		save: "Set the risk",
		unanswered: "Answer every question.",
		unfinished: "The risk follows from all answers.",
		nothingAsked: "This desk asks nothing for the risk of a change. Set it by hand.",
		result: (risk: number) => `Risk: ${risk} ${riskName(risk)}`,
		saved: (number: string) => `${number}: risk assessed`,
	},
	template: {
		make: "Make a template of it",
		saved: (name: string) => `Template “${name}” is saved`,
	},
	create: {
		title: "New change",
		type: "Type",
		types: { normal: "Normal", standard: "Standard", emergency: "Emergency" },
		hints: {
			normal: "Assessed by peers, authorized by the CAB, then scheduled.",
			standard: "Allowed once and for all by its template: scheduled at once.",
			emergency: "Authorized by the emergency CAB alone.",
		},
		template: "Template",
		templateNeeded: "Choose a template.",
		noTemplates:
			"There is no template yet: make one of a change that went well, or in the settings of changes.",
		afterTheFact: "It has been done already: record it, and have it authorized afterwards",
		create: "Create",
		created: (number: string) => `${number} created`,
		riskHint: "Or assess it by questions once it is created.",
	},
	standard: {
		title: "New standard change",
		hint: "Choose what is to be done: it is created at once. Its window is asked for when it is scheduled.",
	},
	calendar: {
		title: "Changes",
		label: (period: string) => `Changes of ${period}`,
		week: "Week",
		month: "Month",
		view: "Shown",
		previous: "Earlier",
		next: "Later",
		today: "Today",
		zone: (zone: string) => `Times of ${zone}`,
		blackout: (name: string) => `Blackout: ${name}`,
		conflict: "conflicts",
		more: (count: number) => `${count} more`,
		keys: "Arrow keys go from day to day, Page Up and Page Down to other weeks or months, Home to today.",
		weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
		entry: (time: string, number: string) => `${time} ${number}`,
		untilMidnight: "…",
		empty: "No changes",
	},
	settings: {
		title: "Changes",
		hint: "Who approves changes, how their risk is found, when nothing may be changed, and what is allowed once and for all.",
		open: "Open the settings of changes",
		back: "Settings",
		save: "Save",
		saved: "Saved",
		add: "Add",
		remove: (name: string) => `Remove ${name}`,
		name: "Name",
		cis: "CIs",
		allCis: "Every CI",
		approvals: {
			title: "Who approves",
			hint: "Nobody approves a change that they opened, called for or carry out. With nobody named, everybody with the role approver or change manager is asked, and where nobody has those, the leads.",
			members: (group: string) => `Members of the ${group}`,
			anybody: "Approvers and change managers",
			rule: (group: string) => `How many decide: ${group}`,
			groups: { peers: "Peers", cab: "CAB", emergencyCab: "Emergency CAB" } satisfies Record<
				GroupName,
				string
			>,
			peers: "Peers are the members of the change’s team.",
			rules: { all: "All", any: "Any one", majority: "A majority" } satisfies Record<ApprovalRule, string>,
		},
		blackouts: {
			title: "Blackout windows",
			hint: "In these nothing may be changed. A change planned in one is warned of.",
			none: "Changes may be planned at any time.",
			one: "Blackout window",
			from: "From",
			to: "To",
			add: "Add a blackout window",
		},
		maintenance: {
			title: "Maintenance windows",
			hint: "A CI that has one is to be changed within it. Times are the desk’s.",
			none: "No CI has a maintenance window.",
			one: "Maintenance window",
			weekdays: "Days",
			days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
			from: "From",
			to: "To",
			add: "Add a maintenance window",
		},
		templates: {
			title: "Templates of standard changes",
			hint: "What a template says is approved. A change that says otherwise becomes a normal one.",
			none: "No change is standard yet.",
			one: "Template",
			add: "Add a template",
		},
		questions: {
			title: "Questions for the risk",
			hint: "One answer a line, its points behind a colon: more points are more risk. From three quarters of all points on the risk is very high, from half high, from a quarter moderate.",
			none: "Nothing is asked: the risk is set by hand.",
			question: (index: number) => `Question ${index}`,
			answers: (index: number) => `Answers to question ${index}`,
			add: "Add a question",
			badAnswers: "Write at least two answers, each with its points, as “On a copy: 0”.",
		},
	},
} as const;
