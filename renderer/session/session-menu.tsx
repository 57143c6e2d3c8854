import { Avatar, Menu, UnstyledButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconKeyboard, IconLogin, IconLogout, IconUserCircle, IconUsers } from "@tabler/icons-react";
import { useLocation } from "wouter";
import { useTopic } from "../data/index.ts";
import { appText } from "../text/en/app.ts";
import { ownText } from "../text/en/own-account.ts";
import { roleName } from "../text/en/people.ts";
import { signOut } from "./session-actions.ts";
import { useSessionUi } from "./session-ui-store.ts";

/** Who works here, and how to become somebody else. */
export function SessionMenu({ onShowKeys }: { readonly onShowKeys: () => void }) {
	const session = useTopic("session", null);
	const name = session?.person?.name ?? null;
	return (
		<Menu position="right-end" shadow="md" width={240}>
			<Menu.Target>
				<UnstyledButton title={name ?? appText.session.nobody}>
					<span className="visually-hidden">
						{name === null ? appText.session.nobody : appText.session.menu(name)}
					</span>
					<Avatar size={28} radius="xl" name={name ?? "?"} color="ink" variant="filled" aria-hidden="true" />
				</UnstyledButton>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Label>
					{name ?? appText.session.nobody}
					{session ? ` · ${session.roles.map(roleName).join(", ")}` : null}
				</Menu.Label>
				<SessionItems mode={session?.mode ?? null} hasPerson={name !== null} />
				<Menu.Divider />
				<Menu.Item leftSection={<IconKeyboard size={16} />} rightSection={<kbd>?</kbd>} onClick={onShowKeys}>
					{appText.session.shortcuts}
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}

interface ItemsProps {
	readonly mode: "open" | "password" | "device" | null;
	readonly hasPerson: boolean;
}

function SessionItems({ mode, hasPerson }: ItemsProps) {
	const [, navigate] = useLocation();
	const setActAsOpen = useSessionUi((state) => state.setActAsOpen);

	async function handleSignOut(): Promise<void> {
		const answer = await signOut();
		notifications.show({ message: answer.ok ? appText.session.signedOut : answer.error.message });
		if (answer.ok) navigate("/sign-in");
	}
	if (mode === "open") {
		return (
			<Menu.Item leftSection={<IconUsers size={16} />} onClick={() => setActAsOpen(true)}>
				{appText.session.actAs}
			</Menu.Item>
		);
	}
	return hasPerson ? (
		<>
			<Menu.Item leftSection={<IconUserCircle size={16} />} onClick={() => navigate("/settings/account")}>
				{ownText.title}
			</Menu.Item>
			<Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void handleSignOut()}>
				{appText.session.signOut}
			</Menu.Item>
		</>
	) : (
		<Menu.Item leftSection={<IconLogin size={16} />} onClick={() => navigate("/sign-in")}>
			{appText.signIn.action}
		</Menu.Item>
	);
}
