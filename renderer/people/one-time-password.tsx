import { Button, CopyButton, Group, TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import { create } from "zustand";
import { peopleText } from "../text/en/people.ts";
import classes from "./people.module.css";

const text = peopleText.oneTime;

interface OneTimeState {
	/** By person, until it is put away: in this window's memory and nowhere else. */
	readonly passwords: Readonly<Record<string, string>>;
	readonly show: (personId: string, password: string) => void;
	readonly putAway: (personId: string) => void;
}

export const useOneTimePasswords = create<OneTimeState>()((set) => ({
	passwords: {},
	show: (personId, password) =>
		set(({ passwords }) => ({ passwords: { ...passwords, [personId]: password } })),
	putAway: (personId) => set(({ passwords: { [personId]: _gone, ...passwords } }) => ({ passwords })),
}));

interface Props {
	readonly personId: string;
	/** What they sign in as. */
	readonly name: string;
}

/** The one-time password that was just made, to be handed over. */
export function OneTimePassword({ personId, name }: Props) {
	const password = useOneTimePasswords((state) => state.passwords[personId]);
	const putAway = useOneTimePasswords((state) => state.putAway);
	const field = useRef<HTMLInputElement>(null);
	// It may have been made far below, or on another page: it is what comes next.
	useEffect(() => {
		if (password === undefined) return;
		field.current?.focus();
		field.current?.scrollIntoView({ block: "center" });
	}, [password]);
	if (password === undefined) return null;
	return (
		<section className={classes.oneTime} role="status">
			<p className={classes.oneTimeTitle}>{text.title(name)}</p>
			<p className={classes.dim}>{text.hint}</p>
			<TextInput
				ref={field}
				size="sm"
				readOnly
				classNames={{ input: classes.oneTimeField }}
				label={text.label}
				value={password}
				onFocus={(event) => event.currentTarget.select()}
				my="xs"
			/>
			<Group>
				<CopyButton value={password}>
					{({ copied, copy }) => <Button onClick={copy}>{copied ? text.copied : text.copy}</Button>}
				</CopyButton>
				<Button variant="default" onClick={() => putAway(personId)}>
					{text.putAway}
				</Button>
			</Group>
		</section>
	);
}
