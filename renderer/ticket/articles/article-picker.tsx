import { Combobox, Modal, TextInput, useCombobox } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTopic } from "../../data/index.ts";
import { EmptyState } from "../../page/index.ts";
import classes from "../../replies/replies.module.css";
import { knowledgeText as text } from "../../text/en/knowledge.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { linkArticle, linkedArticles } from "./link-article.ts";

interface Props {
	readonly view: TicketView;
	readonly onClose: () => void;
}

/** Finds an article by words of its title or text, and links it. */
export function ArticlePicker({ view, onClose }: Props) {
	const all = useTopic("articles", { text: "" });
	// With what there is to choose, so that the focus finds its place.
	if (all === undefined) return null;
	return (
		<Modal opened onClose={onClose} title={text.hints.picker} size="lg" yOffset="10vh">
			{all.length === 0 ? (
				<EmptyState title={text.none.title} hint={text.none.hint} />
			) : (
				<Choice view={view} onClose={onClose} />
			)}
		</Modal>
	);
}

function Choice({ view, onClose }: Props) {
	const [words, setWords] = useState("");
	const combobox = useCombobox({ opened: true });
	const linked = linkedArticles(view.ticket);
	const found = useTopic("articles", { text: words })?.filter(({ article }) => !linked.includes(article.id));
	// biome-ignore lint/correctness/useExhaustiveDependencies: the first of what was just found
	useEffect(() => {
		combobox.selectFirstOption();
	}, [found?.map(({ article }) => article.id).join()]);
	return (
		<Combobox
			store={combobox}
			onOptionSubmit={(id) => {
				const chosen = found?.find(({ article }) => article.id === id);
				if (chosen) void linkArticle(view, chosen.article);
				onClose();
			}}
		>
			<Combobox.EventsTarget>
				<TextInput
					data-autofocus
					aria-label={text.search}
					placeholder={text.search}
					value={words}
					onChange={(event) => setWords(event.currentTarget.value)}
				/>
			</Combobox.EventsTarget>
			<Combobox.Options className={classes.options} aria-label={text.list}>
				{found?.map(({ article, teamName }) => (
					<Combobox.Option key={article.id} value={article.id}>
						<span className={classes.name}>{article.name}</span>
						<span className={classes.whose}>{teamName ?? ""}</span>
						<span className={classes.excerpt}>{article.text}</span>
					</Combobox.Option>
				))}
				{found?.length === 0 ? <Combobox.Empty>{text.empty.title}</Combobox.Empty> : null}
			</Combobox.Options>
		</Combobox>
	);
}
