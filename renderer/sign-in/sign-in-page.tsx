import { Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import { useTopic } from "../data/index.ts";
import { signIn } from "../session/index.ts";
import { appText } from "../text/en/app.ts";
import { useTitle } from "../title/index.ts";
import classes from "./sign-in.module.css";

/** Name and password, where the desk asks for them. */
export function SignInPage() {
	const session = useTopic("session", null);
	const sync = useTopic("sync", null);
	const waiting = sync?.pending ?? 0;
	useTitle(appText.signIn.title);
	return (
		<div className={classes.page}>
			<Stack gap="md" className={classes.box}>
				<Title order={1} size="h3">
					{appText.signIn.title}{" "}
					{session ? <span className={classes.desk}>{appText.signIn.desk(session.deskName)}</span> : null}
				</Title>
				{session?.mode === "open" ? (
					<Text>
						{appText.signIn.notNeeded} <Link href="/queues">{appText.signIn.go}</Link>
					</Text>
				) : (
					<SignInForm isSomebodyHere={Boolean(session?.person)} />
				)}
				{waiting > 0 ? <Text c="dimmed">{appText.signIn.waiting(waiting)}</Text> : null}
			</Stack>
		</div>
	);
}

/** Leaves for the queue only when the console knows who is here: any sooner and it would ask again. */
function SignInForm({ isSomebodyHere }: { readonly isSomebodyHere: boolean }) {
	const [, navigate] = useLocation();
	const [name, setName] = useState("");
	const [password, setPassword] = useState("");
	const [error, setError] = useState<string | null>(null);
	const [isAsking, setIsAsking] = useState(false);
	const [isSignedIn, setIsSignedIn] = useState(false);
	useEffect(() => {
		if (isSignedIn && isSomebodyHere) navigate("/queues", { replace: true });
	}, [isSignedIn, isSomebodyHere, navigate]);

	async function submit(): Promise<void> {
		if (name.trim() === "" || password === "") return setError(appText.signIn.fill);
		setIsAsking(true);
		const answer = await signIn(name.trim(), password);
		setIsAsking(false);
		if (!answer.ok) return setError(answer.error.message);
		setIsSignedIn(true);
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
