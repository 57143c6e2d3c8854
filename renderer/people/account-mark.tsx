import type { Account } from "../../shared/api/accounts.ts";
import { TimeAgo } from "../marks/index.ts";
import { peopleText } from "../text/en/people.ts";
import classes from "./people.module.css";

const text = peopleText.account;

/** A person's way in: the name, and when it was last used or why it can't be. */
export function AccountMark({ account }: { readonly account: Account | null }) {
	if (!account) return <span className={classes.dim}>{peopleText.noAccount}</span>;
	return (
		<>
			{account.name}
			<div className={classes.sub}>
				<AccountStanding account={account} />
			</div>
		</>
	);
}

function AccountStanding({ account }: { readonly account: Account }) {
	if (account.isDisabled) return text.shut;
	if (account.mustChangePassword) return text.oneTimePending;
	return account.lastSignInAt === null ? text.never : <TimeAgo at={account.lastSignInAt} />;
}
