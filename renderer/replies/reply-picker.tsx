import { Modal } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { fillReply, type ReplyValues } from "../../shared/reply/reply-fields.ts";
import { foldText, searchWords } from "../../shared/search/fold-text.ts";
import type { NoteKind } from "../../shared/ticket/ticket.ts";
import { useTopic } from "../data/index.ts";
import { KeptFinder } from "../kept/index.ts";
import { EmptyState } from "../page/index.ts";
import { repliesText as text } from "../text/en/replies.ts";
import type { ListedReply } from "../worker/topics/kept-protocol.ts";

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
	const [words, setWords] = useState("");
	const wanted = searchWords(words);
	const found = listed.filter(({ reply }) => {
		const all = foldText(`${reply.name} ${reply.text}`);
		return wanted.every((word) => all.includes(word));
	});
	return (
		<KeptFinder
			words={words}
			onWords={setWords}
			text={text}
			found={found.map(({ reply, teamName }) => ({
				id: reply.id,
				name: reply.name,
				teamName,
				text: fillReply(reply.text, values),
			}))}
			onPick={(id) => {
				const picked = listed.find(({ reply }) => reply.id === id);
				if (picked) onPick(fillReply(picked.reply.text, values));
			}}
		/>
	);
}
