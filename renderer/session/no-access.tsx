import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { Link, useLocation } from "wouter";
import { can, knownRoles } from "../../shared/permission/permission.ts";
import { useTopic } from "../data/index.ts";
import { ownText } from "../text/en/own-account.ts";
import { syncText } from "../text/en/sync.ts";
import { signOut } from "./session-actions.ts";

const text = ownText.noAccess;

/** Somebody is here whose roles do not let them read the desk: none given, or all taken away; else `null`. */
export function useNoAccess(): { readonly isEnded: boolean } | null {
	const session = useTopic("session", null);
	if (!session?.person || can(knownRoles(session.roles), "desk.read")) return null;
	return { isEnded: session.ended !== undefined };
}

/** In place of every page that shows the desk's own: why there is nothing, and what is safe. */
export function NoAccess() {
	const session = useTopic("session", null);
	const unsent = useTopic("sync", null)?.needsYou ?? 0;
	const [, navigate] = useLocation();
	const { ended } = session ?? {};

	async function handleSignOut(): Promise<void> {
		await signOut();
		navigate("/sign-in");
	}
	return (
		<Stack p="xl" maw={640} gap="md" role="alert">
			<Title order={1} size="h3">
				{text.title}
			</Title>
			{ended && <Text>{ownText.ended[ended.reason]}</Text>}
			<Text>{syncText.noAccessHint}</Text>
			<Text c="dimmed">{text.next}</Text>
			{unsent > 0 && <Text>{text.waiting(unsent)}</Text>}
			<Link href="/sync">{syncText.open}</Link>
			{session?.mode === "password" && (
				<Group>
					{ended ? (
						<Button component={Link} href="/sign-in">
							{text.signIn}
						</Button>
					) : (
						<Button variant="default" onClick={() => void handleSignOut()}>
							{text.signOut}
						</Button>
					)}
				</Group>
			)}
		</Stack>
	);
}
