import type { AuditAction, AuditEntry } from "../../../shared/api/audit.ts";
import { plural } from "../plural.ts";
import { formatDay, formatExact } from "../time.ts";
import { roleName } from "./people.ts";

const named = (name: string | null, otherwise: string): string => name ?? otherwise;
const DESK = "The desk";

/** What happened, as a sentence without who did it. */
const AUDIT_WORDS: Readonly<Record<AuditAction, (entry: AuditEntry) => string>> = {
	"person.made": (entry) => `added ${about(entry)}`,
	"person.activated": (entry) => `activated ${about(entry)}`,
	"person.deactivated": (entry) => `deactivated ${about(entry)}`,
	"role.given": (entry) => `gave ${about(entry)} the role ${roleName(entry.to ?? "")}`,
	"role.taken": (entry) => `took the role ${roleName(entry.from ?? "")} from ${about(entry)}`,
	"delegation.changed": (entry) =>
		entry.to === null
			? `took back who decides for ${about(entry)}`
			: `changed who decides for ${about(entry)} to ${entry.to}`,
	"scope.changed": (entry) => `changed which tickets ${about(entry)} sees from ${entry.from} to ${entry.to}`,
	"team.made": (entry) => `added the team ${named(entry.to, team(entry))}`,
	"team.renamed": ({ from, to }) => `renamed the team ${from} to ${to}`,
	"team.activated": (entry) => `activated the team ${team(entry)}`,
	"team.deactivated": (entry) => `deactivated the team ${team(entry)}`,
	"team.joined": (entry) => `took ${about(entry)} into the team ${team(entry)}`,
	"team.left": (entry) => `took ${about(entry)} out of the team ${team(entry)}`,
	"account.made": (entry) => `made the account ${entry.to} for ${about(entry)}`,
	"account.renamed": (entry) => `renamed the account of ${about(entry)} from ${entry.from} to ${entry.to}`,
	"account.disabled": (entry) => `shut the account of ${about(entry)}`,
	"account.enabled": (entry) => `opened the account of ${about(entry)} again`,
	"password.reset": (entry) => `reset the password of ${about(entry)}`,
	"password.changed": () => "changed their own password",
	"sign_in.failed": (entry) =>
		entry.personId === null
			? `saw ${entry.to} failed sign-ins from ${entry.from}`
			: `saw ${entry.to} failed sign-ins in a row as ${about(entry)}, the last from ${entry.from}`,
	"sessions.ended": (entry) =>
		entry.actorId === entry.personId
			? `ended ${plural(Number(entry.to), "sign-in", "sign-ins")} of their own`
			: `ended ${plural(Number(entry.to), "sign-in", "sign-ins")} of ${about(entry)}`,
	"clocks.recalculated": ({ from, to }) =>
		`recalculated clocks since ${formatDay(Date.parse(from ?? ""))}: ${to}`,
	"desk.restored": ({ from }) =>
		`was restored from a backup of ${formatExact(Date.parse(from ?? ""))}: what only the desk knew of later is not here`,
	"retention.changed": ({ from, to }) => `changed how long closed tickets are kept from ${from} to ${to}`,
	"retention.removed": ({ from, to }) =>
		`removed ${plural(Number(to), "ticket", "tickets")} closed before ${formatDay(Date.parse(from ?? ""))}`,
	"priority_matrix.changed": ({ from, to }) => `changed the priority matrix from ${from} to ${to}`,
	"incident_settings.changed": ({ from, to }) =>
		`changed what time brings to incidents from ${from} to ${to}`,
	"mailbox.changed": ({ from, to }) => `changed the desk’s mailbox from ${from ?? "none"} to ${to}`,
	"sign_in_policy.changed": ({ from, to }) => `changed how long a sign-in lasts from ${from} to ${to}`,
	"ci.made": ({ to }) => `added the CI ${to}`,
	"ci.changed": ({ from, to }) => `changed the CI ${from}: ${to}`,
	"ci.removed": ({ from }) => `removed the CI ${from}`,
	"ci.imported": ({ to }) => `imported CIs: ${to}`,
	"ci.import_undone": ({ from }) => `took back an import of CIs: ${from}`,
	"lifecycle.added": ({ to }) => `added a kind of tickets: ${to}`,
	"lifecycle.changed": ({ from, to }) => `changed a lifecycle from ${from} to ${to}`,
};

function about({ personName, personId }: AuditEntry): string {
	return named(personName, personId ?? "somebody");
}

function team({ teamName, teamId }: AuditEntry): string {
	return named(teamName, teamId ?? "");
}

export const auditText = {
	title: "Audit",
	list: "What was changed, the newest first",
	filter: "About or by",
	anybody: "Anybody",
	columns: { at: "When", actor: "Who", what: "What" },
	actor: (entry: AuditEntry) => named(entry.actorName, entry.actorId ?? DESK),
	what: (entry: AuditEntry) => AUDIT_WORDS[entry.action](entry),
	older: "Show older",
	empty: {
		title: "Nothing recorded",
		hint: "Roles given and taken, teams, accounts, passwords, failed sign-ins and recalculated clocks are recorded here.",
	},
	notAllowed: "Only an admin reads the audit trail",
	onDesk: "The audit trail is kept on the desk alone",
} as const;
