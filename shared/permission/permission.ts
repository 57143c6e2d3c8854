/** The field's roles; `viewer` is a wall's device, `prober` a console that reports checks. */
export const ROLES = [
	"caller",
	"agent",
	"lead",
	"approver",
	"change_manager",
	"major_incident_manager",
	"noc",
	"admin",
	"viewer",
	"prober",
] as const;
export type Role = (typeof ROLES)[number];

/** The roles that an admin gives to people; the others belong to devices. */
export const PERSON_ROLES = [
	"caller",
	"agent",
	"lead",
	"approver",
	"change_manager",
	"major_incident_manager",
	"noc",
	"admin",
] as const satisfies readonly Role[];
export type PersonRole = (typeof PERSON_ROLES)[number];

/** What somebody may want to do; each is asked of one function, on the desk and in the page. */
export type Action =
	| "wall.read"
	| "desk.read"
	| "ticket.edit"
	/** A priority of one's own above the matrix. */
	| "priority.override"
	/** What one is asked for as an approver. */
	| "approval.decide"
	/** How changes are approved, their risk, blackouts, maintenance windows and templates. */
	| "change.manage"
	| "major.manage"
	| "check.edit"
	| "rule.edit"
	| "sla.edit"
	/** Configuration items, services, and how they stand to each other. */
	| "ci.edit"
	/** What can be requested. */
	| "catalogue.edit"
	/** Kinds of tickets: their states, moves and fields. */
	| "lifecycle.edit"
	/** Views of queues that a team or everybody has in their list. */
	| "view.share"
	/** Articles that a team or everybody reads. */
	| "article.share"
	| "import.run"
	| "device.manage"
	| "setup.run"
	/** People, teams, roles, accounts, and how long a sign-in lasts. */
	| "people.manage"
	/** The desk's mailbox, with its password. */
	| "mail.manage"
	| "audit.read";

/** Who may do what; a role that is named nowhere here (`caller`, `prober`) opens nothing of the console. */
const GRANTS: Readonly<Record<Action, readonly Role[]>> = {
	"wall.read": [
		"viewer",
		"agent",
		"lead",
		"noc",
		"approver",
		"change_manager",
		"major_incident_manager",
		"admin",
	],
	"desk.read": ["agent", "lead", "noc", "approver", "change_manager", "major_incident_manager", "admin"],
	"ticket.edit": ["agent", "lead", "noc", "change_manager", "major_incident_manager", "admin"],
	"priority.override": ["lead", "major_incident_manager", "admin"],
	"approval.decide": [
		"approver",
		"lead",
		"agent",
		"noc",
		"change_manager",
		"major_incident_manager",
		"admin",
	],
	"change.manage": ["change_manager", "lead", "admin"],
	"major.manage": ["major_incident_manager", "lead", "admin"],
	"check.edit": ["lead", "noc", "agent", "admin"],
	"rule.edit": ["lead", "admin"],
	"sla.edit": ["lead", "admin"],
	"ci.edit": ["lead", "admin"],
	"catalogue.edit": ["lead", "admin"],
	"lifecycle.edit": ["admin"],
	"view.share": ["lead", "admin"],
	"article.share": ["agent", "lead", "noc", "change_manager", "major_incident_manager", "admin"],
	"import.run": ["admin"],
	"device.manage": ["lead", "admin"],
	"setup.run": ["admin"],
	"people.manage": ["admin"],
	"mail.manage": ["admin"],
	"audit.read": ["admin"],
};

/** All there are. */
export const ACTIONS = Object.keys(GRANTS) as readonly Action[];

/** Whether any of these roles allows it: asked by the desk before it acts, by the page before it offers. */
export function can(roles: readonly Role[], action: Action): boolean {
	return roles.some((role) => GRANTS[action].includes(role));
}

/** Roles as the desk sent them, without any that this build does not know. */
export function knownRoles(roles: readonly string[]): readonly Role[] {
	return ROLES.filter((role) => roles.includes(role));
}
