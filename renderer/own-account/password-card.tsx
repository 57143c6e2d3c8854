import { notifications } from "@mantine/notifications";
import type { Account } from "../../shared/api/accounts.ts";
import { GuardedButton, useOnline } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { Card } from "../page/index.ts";
import { PasswordFields, usePasswordForm } from "../password-form/index.ts";
import { choosePassword } from "../session/index.ts";
import { ownText } from "../text/en/own-account.ts";
import classes from "./own-account.module.css";

const text = ownText.password;

interface Props {
	readonly account: Account;
	readonly onChanged: () => void;
}

/** Changes one's own password; what is typed here is kept nowhere. */
export function PasswordCard({ account, onChanged }: Props) {
	const access = useOnline();
	const person = useTopic("session", null)?.person ?? null;
	const form = usePasswordForm({
		names: [account.name, person?.name ?? null, person?.email ?? null],
		needsCurrent: true,
		send: ({ next, current }) => choosePassword(next, current),
		onDone: () => {
			notifications.show({ message: text.changed });
			onChanged();
		},
	});
	return (
		<Card title={text.title}>
			<form className={classes.form} onSubmit={form.handleSubmit} noValidate>
				<PasswordFields form={form} userName={account.name} />
				<div>
					<GuardedButton access={access} type="submit" loading={form.isSending}>
						{text.change}
					</GuardedButton>
				</div>
			</form>
		</Card>
	);
}
