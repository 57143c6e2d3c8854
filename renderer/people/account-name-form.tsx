import { Group, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import type { Account } from "../../shared/api/accounts.ts";
import type { Person } from "../../shared/api/directory.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { DraftNote, useDraft } from "../drafts/index.ts";
import { peopleText } from "../text/en/people.ts";
import { useOneTimePasswords } from "./one-time-password.tsx";
import { changeAccount, createAccount } from "./people-requests.ts";
import { suggestSignInName } from "./suggest-sign-in-name.ts";
import type { Accounts } from "./use-accounts.ts";

const text = peopleText.account;

interface Props {
	readonly person: Person;
	readonly account: Account | null;
	readonly accounts: Accounts;
}

/** Gives a person a sign-in name, the first or another. */
export function AccountNameForm({ person, account, accounts }: Props) {
	const access = useAccess("people.manage");
	const showPassword = useOneTimePasswords((state) => state.show);
	const before = account?.name ?? suggestSignInName(person);
	const draft = useDraft(`person:${person.id}:sign-in-name`, before);
	const [problem, setProblem] = useState<string | null>(null);
	const name = draft.text.trim();

	async function save(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (!access.isAllowed) return;
		if (name === "" || /\s/.test(name)) return setProblem(text.nameNeeded);
		const refusal = account ? await rename() : await make();
		setProblem(refusal);
		if (refusal !== null) return;
		draft.clear();
		await accounts.reload();
	}
	async function make(): Promise<string | null> {
		const made = await createAccount(person.id, name);
		if (!made.ok) return made.error.message;
		showPassword(person.id, made.value.oneTimePassword);
		return null;
	}
	async function rename(): Promise<string | null> {
		const renamed = await changeAccount(person.id, { name });
		if (!renamed.ok) return renamed.error.message;
		notifications.show({ message: text.renamed(name) });
		return null;
	}

	return (
		<form onSubmit={(event) => void save(event)} noValidate>
			<Group align="flex-end">
				<TextInput
					label={text.name}
					value={draft.text}
					error={problem}
					maxLength={200}
					autoComplete="off"
					spellCheck={false}
					onChange={(event) => {
						draft.setText(event.currentTarget.value);
						setProblem(null);
					}}
					w={280}
				/>
				<GuardedButton
					access={access}
					type="submit"
					variant={account ? "default" : "filled"}
					disabled={access.isAllowed && account !== null && name === account.name}
				>
					{account ? text.rename : text.make}
				</GuardedButton>
			</Group>
			<DraftNote draft={draft} />
		</form>
	);
}
