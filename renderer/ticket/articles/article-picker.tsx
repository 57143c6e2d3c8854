import { Modal } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTopic } from "../../data/index.ts";
import { KeptFinder } from "../../kept/index.ts";
import { EmptyState } from "../../page/index.ts";
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
			{all.found.length === 0 ? (
				<EmptyState title={text.none.title} hint={text.none.hint} />
			) : (
				<Choice view={view} onClose={onClose} />
			)}
		</Modal>
	);
}

function Choice({ view, onClose }: Props) {
	const [words, setWords] = useState("");
	const isPickDue = useRef(false);
	const answer = useTopic("articles", { text: words });
	const isCurrent = answer?.text === words;
	const linked = linkedArticles(view.ticket);
	const found = (answer?.found ?? [])
		.filter(({ article }) => !linked.includes(article.id))
		.map(({ article, teamName }) => ({ id: article.id, name: article.name, text: article.text, teamName }));

	function pick(article: (typeof found)[number] | undefined): void {
		if (article) void linkArticle(view, article);
		onClose();
	}
	// Enter came before what was typed was answered: then it means the first of the answer.
	useEffect(() => {
		if (!isPickDue.current || !isCurrent) return;
		isPickDue.current = false;
		if (found[0]) pick(found[0]);
	});
	return (
		<KeptFinder
			words={words}
			onWords={setWords}
			text={{ find: text.search, list: text.list, nothingFound: text.empty.title }}
			found={found}
			onPick={(id) => {
				if (isCurrent) pick(found.find((article) => article.id === id));
				else isPickDue.current = true;
			}}
		/>
	);
}
