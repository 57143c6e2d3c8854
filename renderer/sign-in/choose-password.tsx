import { Button, Stack, Text } from "@mantine/core";
import { PasswordFields, usePasswordForm } from "../password-form/index.ts";
import { choosePassword } from "../session/index.ts";
import { ownText } from "../text/en/own-account.ts";

const text = ownText.password;

/** After a one-time password: one's own, before anything else is shown. */
export function ChoosePassword({ onChosen }: { readonly onChosen: () => void }) {
	const form = usePasswordForm({
		// Whose it is the desk says only afterwards; it judges by their names as well.
		names: [],
		needsCurrent: false,
		send: ({ next }) => choosePassword(next),
		onDone: onChosen,
	});
	return (
		<form onSubmit={form.handleSubmit} noValidate>
			<Stack gap="sm">
				<Text c="dimmed">{text.chooseHint}</Text>
				<PasswordFields form={form} userName="" isFocusedFirst />
				<Button type="submit" loading={form.isSending}>
					{text.choose}
				</Button>
			</Stack>
		</form>
	);
}
