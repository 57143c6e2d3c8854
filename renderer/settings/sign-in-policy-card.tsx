import { Group, NumberInput, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { SignInPolicy } from "../../shared/api/accounts.ts";
import type { Refusal } from "../../shared/result.ts";
import { useAccess } from "../access/index.ts";
import { useLoaded } from "../http/index.ts";
import { Card, ProblemNote } from "../page/index.ts";
import { signInPolicyText as text } from "../text/en/own-account.ts";
import { changeSignInPolicy, loadSignInPolicy } from "./settings-requests.ts";

/** When people have to sign in anew. */
export function SignInPolicyCard() {
	const access = useAccess("people.manage");
	const { value, reload } = useLoaded(loadSignInPolicy);
	return (
		<Card title={text.title} anchor="sign-in">
			<Stack gap="md">
				<Text c="dimmed">{access.reason ?? text.hint}</Text>
				{value && (
					<PolicyFields
						key={JSON.stringify(value)}
						policy={value}
						isAllowed={access.isAllowed}
						onChanged={() => void reload()}
					/>
				)}
			</Stack>
		</Card>
	);
}

const FIELDS = [
	{ field: "idleHours", label: text.idle, suffix: text.hours, most: 168, range: text.idleRange },
	{ field: "longestDays", label: text.longest, suffix: text.days, most: 90, range: text.longestRange },
] as const;

interface PolicyFieldsProps {
	readonly policy: SignInPolicy;
	readonly isAllowed: boolean;
	readonly onChanged: () => void;
}

function PolicyFields({ policy, isAllowed, onChanged }: PolicyFieldsProps) {
	const [typed, setTyped] = useState<Readonly<Record<keyof SignInPolicy, number | string>>>(policy);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const isRight = (value: number | string, most: number): boolean =>
		Number.isInteger(Number(value)) && Number(value) >= 1 && Number(value) <= most;

	async function save(): Promise<void> {
		const wanted = { idleHours: Number(typed.idleHours), longestDays: Number(typed.longestDays) };
		const isAllRight = FIELDS.every(({ field, most }) => isRight(typed[field], most));
		if (!isAllRight || FIELDS.every(({ field }) => wanted[field] === policy[field])) return;
		const answer = await changeSignInPolicy(wanted);
		setRefusal(answer.ok ? null : answer.error);
		if (!answer.ok) return;
		notifications.show({ message: text.saved });
		onChanged();
	}
	return (
		<>
			<Group align="flex-start">
				{FIELDS.map(({ field, label, suffix, most, range }) => (
					<NumberInput
						key={field}
						label={label}
						value={typed[field]}
						onChange={(value) => setTyped({ ...typed, [field]: value })}
						onBlur={() => void save()}
						onKeyDown={(event) => {
							if (event.key === "Enter") void save();
						}}
						error={isRight(typed[field], most) ? null : range}
						disabled={!isAllowed}
						suffix={suffix}
						allowNegative={false}
						allowDecimal={false}
						hideControls
						w={220}
					/>
				))}
			</Group>
			{refusal && <ProblemNote refusal={refusal} />}
		</>
	);
}
