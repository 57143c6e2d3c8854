import { Button, Group, Modal, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Account } from "../../shared/api/accounts.ts";
import type { Person } from "../../shared/api/directory.ts";
import type { Refusal } from "../../shared/result.ts";
import { type Access, GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { offerBack, ProblemNote } from "../page/index.ts";
import { peopleText } from "../text/en/people.ts";
import { useOneTimePasswords } from "./one-time-password.tsx";
import { changeAccount, endSessionsOf, resetPassword } from "./people-requests.ts";
import type { Accounts } from "./use-accounts.ts";

const text = peopleText.account;

interface Props {
	readonly person: Person;
	readonly account: Account;
	readonly accounts: Accounts;
}

/** What an admin can do about a person's way in; one's own is under "Your account". */
export function AccountActions({ person, account, accounts }: Props) {
	const access = useAccess("people.manage");
	const session = useTopic("session", null);
	const isOwn = session?.person?.id === person.id;
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [isResetting, setIsResetting] = useState(false);
	const butOwn = (reason: string): Access => (isOwn ? { isAllowed: false, reason } : access);

	async function disable(isDisabled: boolean): Promise<void> {
		const answer = await changeAccount(person.id, { isDisabled });
		setRefusal(answer.ok ? null : answer.error);
		if (!answer.ok) return;
		const message = (isDisabled ? text.disabled : text.enabled)(person.name);
		offerBack(message, async () => {
			await changeAccount(person.id, { isDisabled: !isDisabled });
			await accounts.reload();
		});
		await accounts.reload();
	}
	async function endSessions(): Promise<void> {
		const answer = await endSessionsOf(person.id);
		setRefusal(answer.ok ? null : answer.error);
		if (answer.ok) notifications.show({ message: text.ended(person.name) });
	}

	return (
		<>
			<Group>
				<GuardedButton
					access={session?.mode === "open" ? access : butOwn(text.resetOwn)}
					variant="default"
					onClick={() => setIsResetting(true)}
				>
					{text.reset}
				</GuardedButton>
				<GuardedButton access={access} variant="default" onClick={() => void endSessions()}>
					{text.endSessions}
				</GuardedButton>
				<GuardedButton
					access={butOwn(text.disableOwn)}
					variant="default"
					onClick={() => void disable(!account.isDisabled)}
				>
					{account.isDisabled ? text.enable : text.disable}
				</GuardedButton>
			</Group>
			{refusal && <ProblemNote refusal={refusal} />}
			{isResetting && (
				<ResetDialog
					person={person}
					onClose={() => setIsResetting(false)}
					onDone={(failure) => {
						setRefusal(failure);
						void accounts.reload();
					}}
				/>
			)}
		</>
	);
}

interface ResetDialogProps {
	readonly person: Person;
	readonly onClose: () => void;
	readonly onDone: (refusal: Refusal | null) => void;
}

function ResetDialog({ person, onClose, onDone }: ResetDialogProps) {
	const showPassword = useOneTimePasswords((state) => state.show);
	async function handleConfirm(): Promise<void> {
		const answer = await resetPassword(person.id);
		if (answer.ok) showPassword(person.id, answer.value.oneTimePassword);
		onClose();
		onDone(answer.ok ? null : answer.error);
	}
	return (
		<Modal opened onClose={onClose} title={text.resetTitle(person.name)}>
			<Text mb="md">{text.resetHint}</Text>
			<Group justify="flex-end">
				<Button variant="default" onClick={onClose} data-autofocus>
					{text.keep}
				</Button>
				<Button onClick={() => void handleConfirm()}>{text.resetConfirm}</Button>
			</Group>
		</Modal>
	);
}
