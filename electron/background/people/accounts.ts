import { signInKey } from "../../../shared/account/sign-in-name.ts";
import type { Account } from "../../../shared/api/accounts.ts";
import { type Refusal, refuse } from "../../../shared/result.ts";
import { hashPassword, isPassword, makePassword } from "../store/crypto.ts";
import { OWNER_PERSON_ID } from "../store/ports.ts";
import type { DeskDatabase, Store } from "../store/store.ts";
import type { AccountTable } from "../store/tables.ts";
import { recordAudit } from "./audit.ts";

/** The name that the first run's account signs in with. */
const FIRST_ACCOUNT = "admin";

export async function listAccounts(database: DeskDatabase): Promise<Account[]> {
	const rows = await database.selectFrom("account").selectAll().orderBy("name_key").execute();
	return rows.map(toAccount);
}

export async function findAccount(database: DeskDatabase, personId: string): Promise<Account | null> {
	const row = await readAccount(database, personId);
	return row ? toAccount(row) : null;
}

/** Makes the first account where there is none; answers its one-time password, which is stored nowhere. */
export async function ensureFirstAccount(store: Store, now: number): Promise<string | null> {
	const any = await store.reader.selectFrom("account").select("person_id").executeTakeFirst();
	if (any) return null;
	const password = makePassword();
	// Nobody but who started the desk has read it: it may stay, as scripts need it to.
	const made = await makeRow({ personId: OWNER_PERSON_ID, name: FIRST_ACCOUNT, password, now });
	const row = { ...made, is_one_time: 0 as const };
	await store.write(async ({ tx }) => {
		await tx.insertInto("account").values(row).execute();
		const act = { actorId: null, now };
		await recordAudit(tx, act, { action: "account.made", personId: OWNER_PERSON_ID, to: FIRST_ACCOUNT });
	});
	return password;
}

/** A new account's row, with a one-time password. */
export async function makeRow(account: {
	readonly personId: string;
	readonly name: string;
	readonly password: string;
	readonly now: number;
}): Promise<AccountTable> {
	const { personId, name, password, now } = account;
	return {
		person_id: personId,
		name,
		name_key: signInKey(name),
		password_hash: await hashPassword(password),
		is_one_time: 1,
		is_disabled: 0,
		created_at: now,
		password_at: now,
		last_sign_in_at: null,
	};
}

/** The account of a sign-in name; also one that is disabled. */
export async function findAccountByName(database: DeskDatabase, name: string): Promise<Account | null> {
	const row = await database
		.selectFrom("account")
		.selectAll()
		.where("name_key", "=", signInKey(name))
		.executeTakeFirst();
	return row ? toAccount(row) : null;
}

/** Whether it is the account's password; without an account false, after the same time. */
export async function isPasswordOf(
	database: DeskDatabase,
	personId: string | null,
	password: string,
): Promise<boolean> {
	const row = personId === null ? undefined : await readAccount(database, personId);
	const isRight = await isPassword(password, row?.password_hash ?? (await decoyHash()));
	return row !== undefined && isRight;
}

let decoy: Promise<string> | null = null;

/** A hash that no password fits, so that an unknown name takes as long as a wrong password. */
function decoyHash(): Promise<string> {
	decoy ??= hashPassword(makePassword());
	return decoy;
}

export function readAccount(database: DeskDatabase, personId: string): Promise<AccountTable | undefined> {
	return database.selectFrom("account").selectAll().where("person_id", "=", personId).executeTakeFirst();
}

/** Says whose a sign-in name is already; `null` where it is free. */
export async function findTakenName(
	database: DeskDatabase,
	name: string,
	personId: string,
): Promise<Refusal | null> {
	const taken = await findAccountByName(database, name);
	if (!taken || taken.personId === personId) return null;
	return refuse("name_taken", `Somebody signs in as “${taken.name}” already.`, "name").error;
}

export function toAccount(row: AccountTable): Account {
	return {
		personId: row.person_id,
		name: row.name,
		createdAt: row.created_at,
		passwordAt: row.password_at,
		lastSignInAt: row.last_sign_in_at,
		mustChangePassword: row.is_one_time === 1,
		isDisabled: row.is_disabled === 1,
	};
}
