import { Stack } from "@mantine/core";
import { useCallback } from "react";
import type { Account } from "../../shared/api/accounts.ts";
import type { Person } from "../../shared/api/directory.ts";
import { useMay } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { useLoaded } from "../http/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { Card } from "../page/index.ts";
import { peopleText } from "../text/en/people.ts";
import { AccountActions } from "./account-actions.tsx";
import { AccountNameForm } from "./account-name-form.tsx";
import classes from "./people.module.css";
import { loadSessionsOf } from "./people-requests.ts";
import type { Accounts } from "./use-accounts.ts";

const text = peopleText.account;

interface Props {
	readonly person: Person;
	readonly accounts: Accounts;
}

/** How a person signs in, as far as an admin may see and set it. */
export function AccountCard({ person, accounts }: Props) {
	const mayManage = useMay("people.manage").isAllowed;
	const isOpenDesk = useTopic("session", null)?.mode === "open";
	const account = accounts.byPerson?.get(person.id) ?? null;
	return (
		<Card title={text.title}>
			<Stack gap="md">
				{!mayManage && <p className={classes.dim}>{text.unknown}</p>}
				{mayManage && isOpenDesk && <p className={classes.dim}>{text.openDesk}</p>}
				{accounts.byPerson && !account && <p className={classes.dim}>{text.none}</p>}
				{account && <AccountFacts account={account} />}
				{accounts.byPerson && (
					<AccountNameForm key={account?.name ?? ""} person={person} account={account} accounts={accounts} />
				)}
				{account && <AccountActions person={person} account={account} accounts={accounts} />}
			</Stack>
		</Card>
	);
}

function AccountFacts({ account }: { readonly account: Account }) {
	const { value } = useLoaded(useCallback(() => loadSessionsOf(account.personId), [account.personId]));
	return (
		<dl className={classes.facts}>
			<dt>{text.lastSignIn}</dt>
			<dd>
				{account.lastSignInAt === null ? text.never : <TimeAgo at={account.lastSignInAt} hasClock />}
				{account.isDisabled && (
					<span className={classes.mark} data-tone="warning">
						{text.shut}
					</span>
				)}
			</dd>
			<dt>{text.places}</dt>
			<dd>{value ? text.placesNow(value.sessions.length) : null}</dd>
			<dt>{text.passwordSet}</dt>
			<dd>
				{account.mustChangePassword ? text.oneTimePending : <TimeAgo at={account.passwordAt} hasClock />}
			</dd>
		</dl>
	);
}
