import { useMemo } from "react";
import type { Account } from "../../shared/api/accounts.ts";
import { type Result, refuse } from "../../shared/result.ts";
import { useMay } from "../access/index.ts";
import { useLoaded } from "../http/index.ts";
import { accessText } from "../text/en/access.ts";
import { loadAccounts } from "./people-requests.ts";

export interface Accounts {
	/** By person; `null` where they are not known: to who is no admin, or before the desk answered. */
	readonly byPerson: ReadonlyMap<string, Account> | null;
	readonly reload: () => Promise<void>;
}

/** Who may sign in, which only an admin is told. */
export function useAccounts(): Accounts {
	const isAdmin = useMay("people.manage").isAllowed;
	const { value, reload } = useLoaded(isAdmin ? loadAccounts : loadNothing);
	const byPerson = useMemo(
		() => (value ? new Map(value.accounts.map((account) => [account.personId, account])) : null),
		[value],
	);
	return { byPerson: isAdmin ? byPerson : null, reload };
}

async function loadNothing(): Promise<Result<never>> {
	return refuse("forbidden", accessText.notAllowed);
}
