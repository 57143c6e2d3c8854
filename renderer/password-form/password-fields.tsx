import { PasswordInput, Text } from "@mantine/core";
import { ownText } from "../text/en/own-account.ts";
import type { PasswordForm } from "./use-password-form.ts";

const text = ownText.password;

interface Props {
	readonly form: PasswordForm;
	/** For the browser's password manager, which no field here shows. */
	readonly userName: string;
	readonly isFocusedFirst?: boolean;
}

/** The fields of a change of password. */
export function PasswordFields({ form, userName, isFocusedFirst = false }: Props) {
	const { values, errors, change } = form;
	return (
		<>
			<input type="text" autoComplete="username" value={userName} readOnly hidden />
			{form.needsCurrent && (
				<PasswordInput
					label={text.current}
					value={values.current}
					error={errors.current}
					autoComplete="current-password"
					onChange={(event) => change({ current: event.currentTarget.value })}
				/>
			)}
			<PasswordInput
				label={text.next}
				description={text.hint}
				value={values.next}
				error={errors.next}
				autoFocus={isFocusedFirst}
				autoComplete="new-password"
				onChange={(event) => change({ next: event.currentTarget.value })}
			/>
			<PasswordInput
				label={text.again}
				value={values.again}
				error={errors.again}
				autoComplete="new-password"
				onChange={(event) => change({ again: event.currentTarget.value })}
			/>
			{errors.form !== undefined && (
				<Text c="var(--dw-critical)" role="alert">
					{errors.form}
				</Text>
			)}
		</>
	);
}
