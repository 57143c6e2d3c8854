import { z } from "zod";
import {
	type Account,
	type AccountMade,
	type AccountPatch,
	accountListSchema,
	accountMadeSchema,
	accountSchema,
	type SignedIn,
	signedInListSchema,
} from "../../shared/api/accounts.ts";
import { type AuditPage, auditPageSchema } from "../../shared/api/audit.ts";
import { type Person, personSchema, type Team, teamSchema } from "../../shared/api/directory.ts";
import type { PersonInput, PersonPatch, TeamPatch } from "../../shared/api/people.ts";
import type { Role } from "../../shared/permission/permission.ts";
import type { Scope } from "../../shared/permission/scope.ts";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";

export function createPerson(input: PersonInput): Promise<Result<Person>> {
	return askDesk({ method: "POST", path: "/people", body: input, answer: personSchema });
}

export function changePerson(personId: string, patch: PersonPatch): Promise<Result<Person>> {
	return askDesk({ method: "PATCH", path: `/people/${personId}`, body: patch, answer: personSchema });
}

export function setRole(personId: string, role: Role, isGiven: boolean): Promise<Result<Person>> {
	const method = isGiven ? "PUT" : "DELETE";
	return askDesk({ method, path: `/people/${personId}/roles/${role}`, answer: personSchema });
}

export function setScope(personId: string, scope: Scope): Promise<Result<Person>> {
	return askDesk({ method: "PUT", path: `/people/${personId}/scope`, body: scope, answer: personSchema });
}

export function setMembership(personId: string, teamId: string, isMember: boolean): Promise<Result<Person>> {
	const method = isMember ? "PUT" : "DELETE";
	return askDesk({ method, path: `/teams/${teamId}/members/${personId}`, answer: personSchema });
}

export function createTeam(name: string): Promise<Result<Team>> {
	return askDesk({ method: "POST", path: "/teams", body: { name }, answer: teamSchema });
}

export function changeTeam(teamId: string, patch: TeamPatch): Promise<Result<Team>> {
	return askDesk({ method: "PATCH", path: `/teams/${teamId}`, body: patch, answer: teamSchema });
}

export function loadAccounts(): Promise<Result<{ readonly accounts: readonly Account[] }>> {
	return askDesk({ path: "/accounts", answer: accountListSchema });
}

export function createAccount(personId: string, name: string): Promise<Result<AccountMade>> {
	return askDesk({ method: "POST", path: "/accounts", body: { personId, name }, answer: accountMadeSchema });
}

export function changeAccount(personId: string, patch: AccountPatch): Promise<Result<Account>> {
	return askDesk({ method: "PATCH", path: `/accounts/${personId}`, body: patch, answer: accountSchema });
}

export function resetPassword(personId: string): Promise<Result<AccountMade>> {
	return askDesk({ method: "POST", path: `/accounts/${personId}/reset`, answer: accountMadeSchema });
}

export function loadSessionsOf(
	personId: string,
): Promise<Result<{ readonly sessions: readonly SignedIn[] }>> {
	return askDesk({ path: `/accounts/${personId}/sessions`, answer: signedInListSchema });
}

export function endSessionsOf(personId: string): Promise<Result<unknown>> {
	return askDesk({ method: "DELETE", path: `/accounts/${personId}/sessions`, answer: z.unknown() });
}

export function loadAudit(query: {
	readonly personId: string | null;
	readonly before: number | null;
}): Promise<Result<AuditPage>> {
	const { personId, before } = query;
	return askDesk({
		path: "/audit",
		query: { ...(personId === null ? {} : { personId }), ...(before === null ? {} : { before }) },
		answer: auditPageSchema,
	});
}
