import { hashPassword, isPassword, makePassword } from "../../store/crypto.ts";
import { OWNER_PERSON_ID } from "../../store/ports.ts";
import { SETTING } from "../../store/settings.ts";
import type { Store } from "../../store/store.ts";

interface Account {
	readonly personId: string;
	readonly passwordHash: string;
}
type Accounts = Readonly<Record<string, Account>>;

/** The name that the first run's account signs in with. */
const FIRST_ACCOUNT = "admin";

/** Makes the first account where there is none; answers its password, which is stored nowhere. */
export async function ensureFirstAccount(store: Store): Promise<string | null> {
	const accounts = await store.readSetting<Accounts>(SETTING.accounts);
	if (accounts) return null;
	const password = makePassword();
	const account: Account = { personId: OWNER_PERSON_ID, passwordHash: await hashPassword(password) };
	await store.writeSetting(SETTING.accounts, { [FIRST_ACCOUNT]: account } satisfies Accounts);
	return password;
}

/** Whose account this is; `null` where name or password is wrong, after the same time for both. */
export async function findAccount(store: Store, name: string, password: string): Promise<string | null> {
	const accounts = (await store.readSetting<Accounts>(SETTING.accounts)) ?? {};
	const account = Object.hasOwn(accounts, name) ? accounts[name] : undefined;
	const isRight = await isPassword(password, account?.passwordHash ?? (await decoyHash()));
	return account && isRight ? account.personId : null;
}

let decoy: Promise<string> | null = null;

/** A hash that no password fits, so that an unknown name takes as long as a wrong password. */
function decoyHash(): Promise<string> {
	decoy ??= hashPassword(makePassword());
	return decoy;
}
