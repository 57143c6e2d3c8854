import { judgePassword } from "../../../shared/account/judge-password.ts";
import { signInKey } from "../../../shared/account/sign-in-name.ts";
import type { Account, AccountMade, AccountPatch } from "../../../shared/api/accounts.ts";
import { ok, type Refusal, type Result, refuse } from "../../../shared/result.ts";
import { hashPassword, isPassword, makePassword } from "../store/crypto.ts";
import { findPerson } from "../store/people.ts";
import { MONITORING_PERSON_ID } from "../store/ports.ts";
import { toFlag } from "../store/rows.ts";
import type { DeskTransaction, Store, WriteScope } from "../store/store.ts";
import type { AccountTable } from "../store/tables.ts";
import { findTakenName, makeRow, readAccount, toAccount } from "./accounts.ts";
import { type Act, recordAudit } from "./audit.ts";
import { endSessions } from "./sessions.ts";
import { findLossRefusal } from "./standing.ts";

const NO_ACCOUNT = refuse("not_found", "This person has no account.");

/** Lets a person sign in; the one-time password is in this answer and nowhere else. */
export async function createAccount(
	store: Store,
	{ personId, name, act }: { readonly personId: string; readonly name: string; readonly act: Act },
): Promise<Result<AccountMade>> {
	const password = makePassword();
	const row = await makeRow({ personId, name, password, now: act.now });
	const { value } = await store.write(async ({ tx }): Promise<Result<AccountMade>> => {
		const person = await findPerson(tx, personId);
		if (!person?.isActive || personId === MONITORING_PERSON_ID)
			return refuse("no_such_person", "There is no such person at work here.", "personId");
		if (await readAccount(tx, personId))
			return refuse("account_exists", `${person.name} has an account already.`, "personId");
		const taken = await findTakenName(tx, name, personId);
		if (taken) return { ok: false, error: taken };
		await tx.insertInto("account").values(row).execute();
		await recordAudit(tx, act, { action: "account.made", personId, to: name });
		return ok({ account: toAccount(row), oneTimePassword: password });
	});
	return value;
}

/** Renames an account, or shuts it and opens it again. */
export async function changeAccount(
	store: Store,
	personId: string,
	{ patch, act }: { readonly patch: AccountPatch; readonly act: Act },
): Promise<Result<Account>> {
	return write(store, personId, async (scope, row) => {
		const { tx } = scope;
		const name = patch.name ?? row.name;
		const taken = name === row.name ? null : await findTakenName(tx, name, personId);
		if (taken) return { ok: false, error: taken };
		const isDisabled = patch.isDisabled ?? row.is_disabled === 1;
		const shutting = isDisabled && row.is_disabled === 0;
		const refusal = shutting ? await shut(store, scope, { personId, act }) : null;
		if (refusal) return { ok: false, error: { ...refusal, path: "isDisabled" } };
		if (name !== row.name)
			await recordAudit(tx, act, { action: "account.renamed", personId, from: row.name, to: name });
		if (toFlag(isDisabled) !== row.is_disabled) {
			const action = isDisabled ? "account.disabled" : "account.enabled";
			await recordAudit(tx, act, { action, personId });
		}
		return ok({ ...row, name, name_key: signInKey(name), is_disabled: toFlag(isDisabled) });
	});
}

/** Ends whatever the account had opened; says why it may not be shut. */
async function shut(
	store: Store,
	{ tx, afterCommit }: WriteScope,
	{ personId, act }: { readonly personId: string; readonly act: Act },
): Promise<Refusal | null> {
	const person = await findPerson(tx, personId);
	const refusal = person ? await findLossRefusal(tx, person, { loss: "access", act }) : null;
	if (refusal) return refusal;
	await endSessions(tx, personId, { reason: "deactivated", now: act.now });
	afterCommit(() => store.events.emit("rights.changed", { personId }));
	return null;
}

/**
 * A new one-time password: whoever knows the one before is signed out everywhere. Where nobody has to prove
 * who they are (`isOpen`) also one's own: the way back in for an admin who has forgotten theirs.
 */
export async function resetPassword(
	store: Store,
	personId: string,
	{ act, isOpen }: { readonly act: Act; readonly isOpen: boolean },
): Promise<Result<AccountMade>> {
	if (personId === act.actorId && !isOpen)
		return refuse("yourself", "Your own password is changed under Settings → Your account.");
	const password = makePassword();
	const hash = await hashPassword(password);
	const changed = await write(store, personId, async (scope, row) => {
		await endSessions(scope.tx, personId, { reason: "password", now: act.now });
		await recordAudit(scope.tx, act, { action: "password.reset", personId });
		scope.afterCommit(() => store.events.emit("rights.changed", { personId }));
		return ok({ ...row, password_hash: hash, is_one_time: 1, password_at: act.now });
	});
	return changed.ok ? ok({ account: changed.value, oneTimePassword: password }) : changed;
}

/**
 * Sets one's own password and ends one's other sign-ins. The one before must have been proved by whoever
 * calls. Refused where it is too easily guessed or the same as before.
 */
export async function choosePassword(
	store: Store,
	personId: string,
	choice: { readonly newPassword: string; readonly keptSessionId: string | null; readonly now: number },
): Promise<Result<Account>> {
	const { newPassword, keptSessionId, now } = choice;
	const account = await readAccount(store.reader, personId);
	if (!account) return NO_ACCOUNT;
	const person = await findPerson(store.reader, personId);
	const weakness = judgePassword(newPassword, [account.name, person?.name ?? null, person?.email ?? null]);
	if (weakness) return { ok: false, error: weakness };
	if (await isPassword(newPassword, account.password_hash))
		return refuse("password_same", "This is the password that you have: choose another.", "newPassword");
	const hash = await hashPassword(newPassword);
	return write(store, personId, async (scope, row) => {
		await endSessions(scope.tx, personId, { reason: "password", now, except: keptSessionId });
		await recordAudit(scope.tx, { actorId: personId, now }, { action: "password.changed", personId });
		scope.afterCommit(() => store.events.emit("rights.changed", { personId }));
		return ok({ ...row, password_hash: hash, is_one_time: 0, password_at: now });
	});
}

/** Notes that somebody came in. */
export async function noteSignIn(tx: DeskTransaction, personId: string, now: number): Promise<void> {
	await tx.updateTable("account").set({ last_sign_in_at: now }).where("person_id", "=", personId).execute();
}

/** Reads an account, lets `make` say what it becomes, and writes that. */
async function write(
	store: Store,
	personId: string,
	make: (scope: WriteScope, row: AccountTable) => Promise<Result<AccountTable>>,
): Promise<Result<Account>> {
	const { value } = await store.write(async (scope): Promise<Result<Account>> => {
		const row = await readAccount(scope.tx, personId);
		if (!row) return NO_ACCOUNT;
		const made = await make(scope, row);
		if (!made.ok) return made;
		await scope.tx.updateTable("account").set(made.value).where("person_id", "=", personId).execute();
		return ok(toAccount(made.value));
	});
	return value;
}
