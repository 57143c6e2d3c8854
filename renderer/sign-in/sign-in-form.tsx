import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Session } from "../../shared/api/desk.ts";
import { signIn } from "../session/index.ts";
import { appText } from "../text/en/app.ts";

export function SignInForm({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
	const [name, setName] = useState("");
	const [password, setPassword] = useState("");
	const [error, setError] = useState<string | null>(null);
	const [isAsking, setIsAsking] = useState(false);

	async function submit(): Promise<void> {
		if (name.trim() === "" || password === "") return setError(appText.signIn.fill);
		setIsAsking(true);
		const answer = await signIn(name.trim(), password);
		setIsAsking(false);
		if (!answer.ok) return setError(answer.error.message);
		onSignedIn(answer.value);
	}
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		void submit();
	}
	return (
		<form onSubmit={handleSubmit} noValidate>
			<Stack gap="sm">
				<TextInput
					autoFocus
					label={appText.signIn.name}
					value={name}
					onChange={(event) => setName(event.currentTarget.value)}
					autoComplete="username"
					autoCapitalize="none"
				/>
				<PasswordInput
					label={appText.signIn.password}
					value={password}
					onChange={(event) => setPassword(event.currentTarget.value)}
					autoComplete="current-password"
				/>
				{error === null ? null : (
					<Text c="var(--dw-critical)" role="alert">
						{error}
					</Text>
				)}
				<Button type="submit" loading={isAsking}>
					{appText.signIn.action}
				</Button>
			</Stack>
		</form>
	);
}
