import type { Person } from "../../../shared/api/directory.ts";
import type { PersonInput, PersonPatch } from "../../../shared/api/people.ts";
import type { Delegation } from "../../../shared/approval/delegation.ts";
import { can, type PersonRole } from "../../../shared/permission/permission.ts";
import { isNarrow, type Scope, WHOLE_DESK } from "../../../shared/permission/scope.ts";
import { ok, type Refusal, type Result, refuse } from "../../../shared/result.ts";
import { makeId } from "../store/crypto.ts";
import { findPerson } from "../store/people.ts";
import { toPersonRow } from "../store/rows.ts";
import type { Store, WriteScope } from "../store/store.ts";
import { type Act, recordAudit } from "./audit.ts";
import { findTeam } from "./directory.ts";
import { endSessions } from "./sessions.ts";
import { findLossRefusal } from "./standing.ts";

/** Adds a person with roles and teams. */
export async function createPerson(store: Store, input: PersonInput, act: Act): Promise<Result<Person>> {
	const { value } = await store.write(async (scope): Promise<Result<Person>> => {
		const { tx } = scope;
		const roles = [...new Set(input.roles)];
		const teamIds = [...new Set(input.teamIds)];
		for (const [index, teamId] of teamIds.entries()) {
			const refusal = await refuseTeam(scope, teamId);
			if (refusal) return { ok: false, error: { ...refusal, path: `teamIds.${index}` } };
		}
		const person: Person = { ...input, id: makeId(), roles, teamIds, isActive: true };
		await tx.insertInto("person").values(toPersonRow(person)).execute();
		scope.logChange("person", person.id);
		await recordAudit(tx, act, { action: "person.made", personId: person.id });
		for (const role of roles)
			await recordAudit(tx, act, { action: "role.given", personId: person.id, to: role });
		for (const teamId of teamIds)
			await recordAudit(tx, act, { action: "team.joined", personId: person.id, teamId });
		return ok(person);
	});
	return value;
}

/** Changes what is known of a person, or whether they work here; nobody's tickets change by that. */
export async function changePerson(
	store: Store,
	personId: string,
	{ patch, act }: { readonly patch: PersonPatch; readonly act: Act },
): Promise<Result<Person>> {
	return change(store, personId, async (scope, person) => {
		const after: Person = { ...person, ...withoutAbsent(patch) };
		if (after.isActive === person.isActive) return ok(after);
		if (!after.isActive) {
			const refusal = await findLossRefusal(scope.tx, person, { loss: "access", act });
			if (refusal) return { ok: false, error: { ...refusal, path: "isActive" } };
			await endSessions(scope.tx, personId, { reason: "deactivated", now: act.now });
		}
		tellRights(store, scope, personId);
		const action = after.isActive ? "person.activated" : "person.deactivated";
		await recordAudit(scope.tx, act, { action, personId });
		return ok(after);
	});
}

export interface RoleChange {
	readonly role: PersonRole;
	readonly isGiven: boolean;
	/** Who loses a role signs in anew, where people sign in. */
	readonly endsSessions: boolean;
	readonly act: Act;
}

/** Gives a role or takes it away; what is so already stays so. */
export async function changeRole(store: Store, personId: string, by: RoleChange): Promise<Result<Person>> {
	const { role, isGiven, act } = by;
	return change(store, personId, async (scope, person) => {
		if (person.roles.includes(role) === isGiven) return ok(person);
		const refusal =
			!isGiven && role === "admin" ? await findLossRefusal(scope.tx, person, { loss: "admin", act }) : null;
		if (refusal) return { ok: false, error: { ...refusal, path: "role" } };
		const others = person.roles.filter((each) => each !== role);
		if (!isGiven && by.endsSessions)
			await endSessions(scope.tx, personId, { reason: "rights", now: act.now });
		tellRights(store, scope, personId);
		await recordAudit(scope.tx, act, {
			action: isGiven ? "role.given" : "role.taken",
			personId,
			from: isGiven ? null : role,
			to: isGiven ? role : null,
		});
		return ok({ ...person, roles: isGiven ? [...others, role] : others });
	});
}

/** Says which tickets somebody works with; the whole desk is kept as no scope at all. */
export async function changeScope(
	store: Store,
	personId: string,
	{ scope, act }: { readonly scope: Scope; readonly act: Act },
): Promise<Result<Person>> {
	return change(store, personId, async (write, person) => {
		const { scope: before = WHOLE_DESK, ...others } = person;
		const [from, to] = [before, scope].map(wordsOfScope);
		if (from === to) return ok(person);
		tellRights(store, write, personId);
		await recordAudit(write.tx, act, {
			action: "scope.changed",
			personId,
			from: from ?? null,
			to: to ?? null,
		});
		return ok(
			isNarrow(scope) ? { ...others, scope: { ...scope, kinds: scope.kinds && [...scope.kinds] } } : others,
		);
	});
}

/** Says who decides for somebody, and when; `null` takes it back. */
export async function changeDelegation(
	store: Store,
	personId: string,
	{ delegation, act }: { readonly delegation: Delegation | null; readonly act: Act },
): Promise<Result<Person>> {
	return change(store, personId, async ({ tx }, person) => {
		const { delegation: before = null, ...others } = person;
		if (delegation?.personId === personId)
			return refuse("value_not_allowed", "Nobody stands in for themselves.", "delegation.personId");
		const delegate = delegation ? await findPerson(tx, delegation.personId) : null;
		if (delegation && !delegate?.isActive)
			return refuse("not_found", "There is no such person at this desk.", "delegation.personId");
		if (delegate && !can(delegate.roles, "approval.decide"))
			return refuse("right_required", `${delegate.name} may not approve anything.`, "delegation.personId");
		const [from, to] = [before, delegation].map(wordsOfDelegation);
		if (from === to) return ok(person);
		await recordAudit(tx, act, {
			action: "delegation.changed",
			personId,
			from: from ?? null,
			to: to ?? null,
		});
		return ok(delegation ? { ...others, delegation } : others);
	});
}

function wordsOfDelegation(delegation: Delegation | null): string | null {
	if (!delegation) return null;
	const [from, until] = [delegation.from, delegation.until].map((at) => new Date(at).toISOString());
	return `${delegation.personId} from ${from} to ${until}`;
}

function wordsOfScope({ kinds, teams }: Scope): string {
	const ofTeams = teams === "all" ? "all teams" : "own teams";
	return `${kinds === null ? "all kinds" : kinds.toSorted().join(", ") || "no kind"} of ${ofTeams}`;
}

/** Takes a person into a team or out of it; what is so already stays so. */
export async function changeMembership(
	store: Store,
	personId: string,
	by: { readonly teamId: string; readonly isMember: boolean; readonly act: Act },
): Promise<Result<Person>> {
	const { teamId, isMember, act } = by;
	return change(store, personId, async (scope, person) => {
		const refusal = await refuseTeam(scope, teamId);
		if (refusal) return { ok: false, error: refusal };
		if (person.teamIds.includes(teamId) === isMember) return ok(person);
		const others = person.teamIds.filter((each) => each !== teamId);
		tellRights(store, scope, personId);
		await recordAudit(scope.tx, act, { action: isMember ? "team.joined" : "team.left", personId, teamId });
		return ok({ ...person, teamIds: isMember ? [...others, teamId] : others });
	});
}

/** Reads a person, lets `make` say what they become, writes that and tells the consoles. */
async function change(
	store: Store,
	personId: string,
	make: (scope: WriteScope, person: Person) => Promise<Result<Person>>,
): Promise<Result<Person>> {
	const { value } = await store.write(async (scope): Promise<Result<Person>> => {
		const person = await findPerson(scope.tx, personId);
		if (!person) return refuse("not_found", "There is no such person at this desk.");
		const made = await make(scope, person);
		if (!made.ok || JSON.stringify(made.value) === JSON.stringify(person)) return made;
		await scope.tx.updateTable("person").set(toPersonRow(made.value)).where("id", "=", personId).execute();
		scope.logChange("person", personId);
		return made;
	});
	return value;
}

/** Feeds of the person end after the commit, so that their consoles ask at once what they may do now. */
function tellRights(store: Store, scope: WriteScope, personId: string): void {
	scope.afterCommit(() => store.events.emit("rights.changed", { personId }));
}

async function refuseTeam({ tx }: WriteScope, teamId: string): Promise<Refusal | null> {
	if (await findTeam(tx, teamId)) return null;
	return refuse("not_found", "There is no such team at this desk.", "teamId").error;
}

/** A parsed patch may hold a field as `undefined`. */
function withoutAbsent(patch: PersonPatch): Partial<Person> {
	return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
