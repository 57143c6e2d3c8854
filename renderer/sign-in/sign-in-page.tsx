import { Stack, Text, Title } from "@mantine/core";
import { useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import type { Session } from "../../shared/api/desk.ts";
import { useTopic } from "../data/index.ts";
import { loadSession } from "../session/index.ts";
import { appText } from "../text/en/app.ts";
import { ownText } from "../text/en/own-account.ts";
import { useTitle } from "../title/index.ts";
import { ChoosePassword } from "./choose-password.tsx";
import classes from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form.tsx";

/** Name and password, where the desk asks for them; then a password of one's own, where that one counts once. */
export function SignInPage() {
	const session = useTopic("session", null);
	const waiting = useTopic("sync", null)?.pending ?? 0;
	const [told, setTold] = useTold();
	const leave = useLeaveOnceKnown(session);
	const isNewcomer = told?.mustChangePassword === true;
	const title = isNewcomer ? ownText.password.chooseTitle : appText.signIn.title;
	useTitle(title);

	function handleSignedIn(answer: Session): void {
		setTold(answer);
		if (!answer.mustChangePassword) leave();
	}
	return (
		<div className={classes.page}>
			<Stack gap="md" className={classes.box}>
				<Title order={1} size="h3">
					{title}{" "}
					{session && !isNewcomer ? (
						<span className={classes.desk}>{appText.signIn.desk(session.deskName)}</span>
					) : null}
				</Title>
				{session?.mode === "open" && (
					<Text>
						{appText.signIn.notNeeded} <Link href="/queues">{appText.signIn.go}</Link>
					</Text>
				)}
				{session?.mode !== "open" && isNewcomer && <ChoosePassword onChosen={leave} />}
				{session?.mode !== "open" && !isNewcomer && (
					<>
						{told?.ended && <Text role="status">{ownText.ended[told.ended.reason]}</Text>}
						<SignInForm onSignedIn={handleSignedIn} />
					</>
				)}
				{waiting > 0 ? <Text c="dimmed">{appText.signIn.waiting(waiting)}</Text> : null}
			</Stack>
		</div>
	);
}

/** What the desk says of this browser: why its sign-in ended, or that a password is still to be chosen. */
function useTold(): readonly [Session | null, (session: Session) => void] {
	const [told, setTold] = useState<Session | null>(null);
	useEffect(() => {
		let isOver = false;
		void loadSession().then((answer) => {
			// What was learnt by signing in meanwhile is newer.
			if (!isOver && answer.ok) setTold((known) => known ?? answer.value);
		});
		return () => {
			isOver = true;
		};
	}, []);
	return [told, setTold];
}

/** Leaves for the queue only when the console knows who is here: any sooner and it would ask again. */
function useLeaveOnceKnown(session: Session | null | undefined): () => void {
	const [, navigate] = useLocation();
	const [isSignedIn, setIsSignedIn] = useState(false);
	const isSomebodyHere = Boolean(session?.person) && session?.ended === undefined;
	useEffect(() => {
		if (isSignedIn && isSomebodyHere) navigate("/queues", { replace: true });
	}, [isSignedIn, isSomebodyHere, navigate]);
	return () => setIsSignedIn(true);
}
