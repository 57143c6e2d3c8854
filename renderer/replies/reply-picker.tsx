import { Combobox, Modal, TextInput, useCombobox } from "@mantine/core";
import { useEffect, useState } from "react";
import { Link } from "wouter";
import { fillReply, type ReplyValues } from "../../shared/reply/reply-fields.ts";
import { foldText, searchWords } from "../../shared/search/fold-text.ts";
import type { NoteKind } from "../../shared/ticket/ticket.ts";
import { useTopic } from "../data/index.ts";
import { EmptyState } from "../page/index.ts";
import { repliesText as text } from "../text/en/replies.ts";
import type { ListedReply } from "../worker/protocol.ts";
import classes from "./replies.module.css";

interface Props {
	/** What is being written. */
	readonly mode: NoteKind;
	readonly values: ReplyValues;
	/** With the reply as it reads on this ticket. */
	readonly onPick: (text: string) => void;
	readonly onClose: () => void;
}

/** Finds a reply by words of its name or text, and shows each as it reads on the ticket. */
export function ReplyPicker({ mode, values, onPick, onClose }: Props) {
	const listed = useTopic("replies", null);
	// With what there is to choose, so that the focus finds its place.
	if (listed === undefined) return null;
	const fitting = listed.filter(({ reply }) => reply.use === "both" || reply.use === mode);
	return (
		<Modal opened onClose={onClose} title={text.picker} size="lg" yOffset="10vh">
			{fitting.length === 0 ? (
				<EmptyState
					title={text.none}
					hint={text.noneHint}
					action={
						<Link href="/settings/replies" onClick={onClose}>
							{text.toSettings}
						</Link>
					}
				/>
			) : (
				<Choice listed={fitting} values={values} onPick={onPick} />
			)}
		</Modal>
	);
}

interface ChoiceProps extends Pick<Props, "values" | "onPick"> {
	readonly listed: readonly ListedReply[];
}

function Choice({ listed, values, onPick }: ChoiceProps) {
	const [search, setSearch] = useState("");
	const combobox = useCombobox({ opened: true });
	const words = searchWords(search);
	const found = listed.filter(({ reply }) => {
		const all = foldText(`${reply.name} ${reply.text}`);
		return words.every((word) => all.includes(word));
	});
	// biome-ignore lint/correctness/useExhaustiveDependencies: the first of what was just found
	useEffect(() => {
		combobox.selectFirstOption();
	}, [search, listed.length]);
	return (
		<Combobox
			store={combobox}
			onOptionSubmit={(id) => {
				const picked = listed.find(({ reply }) => reply.id === id);
				if (picked) onPick(fillReply(picked.reply.text, values));
			}}
		>
			<Combobox.EventsTarget>
				<TextInput
					data-autofocus
					aria-label={text.find}
					placeholder={text.find}
					value={search}
					onChange={(event) => setSearch(event.currentTarget.value)}
				/>
			</Combobox.EventsTarget>
			<Combobox.Options className={classes.options} aria-label={text.list}>
				{found.map((each) => (
					<Combobox.Option key={each.reply.id} value={each.reply.id}>
						<span className={classes.name}>{each.reply.name}</span>
						<span className={classes.whose}>{each.teamName ?? ""}</span>
						<span className={classes.excerpt}>{fillReply(each.reply.text, values)}</span>
					</Combobox.Option>
				))}
				{found.length === 0 ? <Combobox.Empty>{text.nothingFound}</Combobox.Empty> : null}
			</Combobox.Options>
		</Combobox>
	);
}
