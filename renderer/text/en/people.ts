import type { Role } from "../../../shared/permission/permission.ts";
import { plural } from "../plural.ts";

interface RoleWords {
	readonly name: string;
	/** What somebody may do by it, in one sentence. */
	readonly does: string;
}

const ROLE_WORDS: Readonly<Record<Role, RoleWords>> = {
	caller: { name: "Caller", does: "Can be the caller of tickets; opens nothing of the console." },
	agent: { name: "Agent", does: "Works tickets of all kinds and looks after checks." },
	lead: { name: "Lead", does: "Does what an agent does, and sets rules and walls." },
	approver: { name: "Approver", does: "Reads tickets; changes none." },
	change_manager: { name: "Change manager", does: "Works tickets, with changes in their care." },
	major_incident_manager: {
		name: "Major incident manager",
		does: "Works tickets, with major incidents in their care.",
	},
	noc: { name: "NOC", does: "Watches services: works tickets and looks after checks." },
	admin: {
		name: "Admin",
		does: "May do everything: people, teams, roles, imports, and reading the audit trail.",
	},
	viewer: { name: "Wall", does: "Reads the wall, nothing else." },
	prober: { name: "Prober", does: "Reports checks." },
};

/** A role's name; one that this build does not know keeps its own. */
export function roleName(role: string): string {
	return ROLE_WORDS[role as Role]?.name ?? role;
}

export function roleSentence(role: Role): string {
	return ROLE_WORDS[role].does;
}

export const peopleText = {
	title: "People",
	add: "Add a person",
	list: "People of this desk",
	search: "Find by name, address or phone",
	show: {
		label: "Which people",
		staff: "Staff",
		callers: "Callers",
		inactive: "Inactive",
		all: "All",
	},
	team: "Team",
	anyTeam: "Any team",
	found: (count: number) => plural(count, "person", "people"),
	columns: { name: "Name", roles: "Roles", teams: "Teams", department: "Department", signIn: "Signs in as" },
	vip: "VIP",
	inactive: "Inactive",
	noAccount: "–",
	empty: {
		title: "Nobody here",
		hint: "Nobody matches. Type less of the name, or look among all people.",
		showAll: "Show all people",
	},
	emptyDesk: {
		title: "Nobody works here yet",
		hint: "Add the people who work at this desk, and give each a role.",
	},
	readOnly: "Only an admin can change people and teams.",
	back: "People",
	draft: "Change of a person",
	notFound: {
		title: "There is no such person",
		hint: "The address may be mistyped, or this workstation has not heard of them yet.",
	},
	facts: {
		title: "About",
		name: "Name",
		email: "Email",
		phone: "Phone",
		location: "Location",
		department: "Department",
		isVip: "VIP",
		isVipHint: "Marked beside the name in the list of people.",
		save: "Save",
		cancel: "Cancel",
		saved: (name: string) => `${name} saved`,
		nameNeeded: "A name is needed.",
		emailWrong: "An address looks like name@example.org.",
	},
	roles: {
		title: "Roles",
		hint: "A change counts at once. Who loses a role signs in anew.",
		given: (name: string, role: string) => `${name} is ${role} now`,
		taken: (name: string, role: string) => `${name} is not ${role} any more`,
		ownTitle: "Give up your own admin role?",
		ownHint: "You could not give it back to yourself: another admin would have to.",
		ownConfirm: "Give it up",
		keep: "Keep it",
		none: "No role: they can be callers, and can’t open the console.",
	},
	teams: {
		title: "Teams",
		none: "In no team.",
		add: "Take into a team",
		pick: "Team",
		leave: (team: string) => `Take out of ${team}`,
		left: (name: string, team: string) => `${name} is no longer in ${team}`,
		noneLeft: "There is no other team.",
	},
	scope: {
		title: "Tickets",
		hint: "Which tickets they see and work with. Own teams: those of their teams, and those that they have or have opened.",
		admin: "An admin sees all tickets.",
		teams: { label: "Of which teams", all: "Of all teams", own: "Of own teams" },
		kinds: "Kinds",
		allKinds: "All kinds",
		changed: (name: string) => `${name} sees other tickets now`,
	},
	account: {
		title: "Sign-in",
		none: "Has no account, so can’t sign in.",
		unknown: "Only an admin sees who may sign in.",
		openDesk:
			"This desk asks nobody to sign in at the moment. Accounts count once it is served with sign-in.",
		name: "Sign-in name",
		make: "Make an account",
		nameNeeded: "A sign-in name is needed, without blanks.",
		rename: "Rename",
		renamed: (name: string) => `Signs in as ${name} now`,
		lastSignIn: "Last signed in",
		never: "never",
		passwordSet: "Password set",
		oneTimePending: "One-time password, not used yet",
		shut: "Account shut",
		reset: "Reset password",
		resetOwn: "Your own password is changed under Your account.",
		resetTitle: (name: string) => `Reset the password of ${name}?`,
		resetHint: "They are signed out everywhere, and sign in with a one-time password that you hand over.",
		resetConfirm: "Reset password",
		keep: "Keep it",
		disable: "Shut account",
		disableOwn: "Nobody can shut themselves out.",
		enable: "Open account again",
		disabled: (name: string) => `${name} can’t sign in any more`,
		enabled: (name: string) => `${name} can sign in again`,
		endSessions: "Sign out everywhere",
		ended: (name: string) => `${name} is signed out everywhere`,
		places: "Signed in now",
		placesNow: (count: number) => (count === 0 ? "nowhere" : `in ${plural(count, "browser", "browsers")}`),
	},
	oneTime: {
		title: (name: string) => `One-time password for ${name}`,
		hint: "Hand it over so that only they read it. It is shown only this once, and they choose their own when they sign in.",
		label: "One-time password",
		copy: "Copy password",
		copied: "Copied",
		putAway: "Done",
	},
	deactivate: {
		title: "Active",
		is: "Works here or calls here.",
		isNot: "Left: is given no tickets, and can’t sign in. What they did stays under their name.",
		action: "Deactivate",
		own: "Nobody can shut themselves out.",
		monitoring: "Monitoring works at every desk.",
		activate: "Activate",
		deactivated: (name: string) => `${name} deactivated`,
		activated: (name: string) => `${name} activated`,
	},
	create: {
		title: "New person",
		roles: "Roles",
		teams: "Teams",
		account: "Account",
		accountHint:
			"Leave it empty for somebody who does not sign in. You get a one-time password to hand over.",
		suchAs: (name: string) => `such as ${name}`,
		action: "Add person",
		cancel: "Cancel",
		added: (name: string) => `${name} added`,
	},
} as const;

export const teamsText = {
	title: "Teams",
	list: "Teams of this desk",
	columns: { name: "Team", members: "Members", state: "State" },
	members: (count: number) => plural(count, "member", "members"),
	active: "Active",
	inactive: "Takes no new tickets",
	add: "Add a team",
	newName: "Name of the new team",
	namePlaceholder: "Name of the new team",
	nameNeeded: "Give it a name.",
	added: (name: string) => `${name} added`,
	empty: { title: "No team yet", hint: "Tickets are given to teams. Name the first one above." },
	back: "Teams",
	draft: "Change of a team",
	notFound: { title: "There is no such team", hint: "The address may be mistyped." },
	rename: { label: "Name", save: "Rename", saved: (name: string) => `The team is called ${name} now` },
	people: {
		title: "Members",
		none: { title: "Nobody is in this team yet", hint: "Choose somebody above." },
		add: "Take somebody in",
		pick: "Name",
		action: "Take in",
		remove: "Take out",
		removeOf: (name: string) => `Take out ${name}`,
		joined: (name: string) => `${name} is in the team`,
		left: (name: string) => `${name} is out of the team`,
	},
	deactivate: {
		title: "State",
		is: "Active: tickets can be given to this team.",
		isNot: "Takes no new tickets. Those that it has stay with it.",
		action: "Deactivate team",
		activate: "Activate team",
		deactivated: (name: string) => `${name} takes no new tickets`,
		activated: (name: string) => `${name} takes tickets again`,
	},
} as const;
