import { type FormEvent, useState } from "react";
import { judgePassword } from "../../shared/account/judge-password.ts";
import type { Refusal, Result } from "../../shared/result.ts";
import { ownText } from "../text/en/own-account.ts";

const text = ownText.password;

/** What is typed; kept in the page and nowhere else. */
export interface PasswordValues {
	readonly current: string;
	readonly next: string;
	readonly again: string;
}
type PasswordErrors = Readonly<Partial<Record<keyof PasswordValues | "form", string>>>;

const NOTHING: PasswordValues = { current: "", next: "", again: "" };

export interface PasswordFormOptions {
	/** Of the person: passwords made of them are refused. */
	readonly names: readonly (string | null)[];
	readonly needsCurrent: boolean;
	readonly send: (values: PasswordValues) => Promise<Result<unknown>>;
	readonly onDone: () => void;
}

/** A new password, typed twice and judged as the desk will. */
export function usePasswordForm({ names, needsCurrent, send, onDone }: PasswordFormOptions) {
	const [values, setValues] = useState(NOTHING);
	const [errors, setErrors] = useState<PasswordErrors>({});
	const [isSending, setIsSending] = useState(false);

	async function submit(): Promise<void> {
		const found = findErrors(values, names, needsCurrent);
		setErrors(found);
		if (Object.keys(found).length > 0) return;
		setIsSending(true);
		const answer = await send(values);
		setIsSending(false);
		if (!answer.ok) return setErrors(errorsOf(answer.error));
		setValues(NOTHING);
		onDone();
	}
	return {
		values,
		errors,
		isSending,
		needsCurrent,
		change: (part: Partial<PasswordValues>) => {
			setValues((typed) => ({ ...typed, ...part }));
			setErrors({});
		},
		handleSubmit: (event: FormEvent) => {
			event.preventDefault();
			void submit();
		},
	};
}

export type PasswordForm = ReturnType<typeof usePasswordForm>;

function findErrors(
	{ current, next, again }: PasswordValues,
	names: PasswordFormOptions["names"],
	needsCurrent: boolean,
): PasswordErrors {
	if (needsCurrent && current === "") return { current: text.needed };
	const weakness = judgePassword(next, names);
	if (weakness) return { next: weakness.message };
	return next === again ? {} : { again: text.different };
}

function errorsOf({ path, message }: Refusal): PasswordErrors {
	if (path === "currentPassword") return { current: message };
	return path === "newPassword" ? { next: message } : { form: message };
}
