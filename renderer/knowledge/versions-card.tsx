import { Button, Group, Modal } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import type { Article, ArticleVersion } from "../../shared/knowledge/article.ts";
import { GuardedButton, useOnline } from "../access/index.ts";
import articleClasses from "../articles/articles.module.css";
import { fetchVersions, inputOf, saveArticle } from "../articles/index.ts";
import { useTopic } from "../data/index.ts";
import { useLoaded } from "../http/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { Card } from "../page/index.ts";
import { knowledgeText as text } from "../text/en/knowledge.ts";
import { tellRefusal } from "../ticket/index.ts";
import classes from "./knowledge.module.css";

interface Props {
	readonly article: Article;
	readonly mayEdit: boolean;
}

/** All wordings of an article, which the desk keeps; an earlier one is read, and may become the current one. */
export function VersionsCard({ article, mayEdit }: Props) {
	const online = useOnline();
	const staff = useTopic("staff", null);
	const load = useCallback(() => fetchVersions(article.id), [article.id]);
	const { value, reload } = useLoaded(load);
	const [opened, setOpened] = useState<ArticleVersion | null>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: every wording is one more
	useEffect(() => void reload(), [article.version, reload]);
	const nameOf = (id: string) => staff?.people.find((person) => person.id === id)?.name ?? null;

	async function take({ name, text: written }: ArticleVersion): Promise<void> {
		const input = { ...inputOf(article), name, text: written };
		const saved = await saveArticle({ id: article.id, version: article.version, input }, article);
		if (saved.ok) setOpened(null);
		else tellRefusal(saved.error.message);
	}
	return (
		<Card title={text.versions} isFlush>
			{value === null ? (
				<p className={classes.note}>{online.isAllowed ? "" : text.versionsOffline}</p>
			) : (
				<ul className={classes.versions}>
					{value.versions.map((version) => (
						<li key={version.version}>
							<button type="button" className={classes.version} onClick={() => setOpened(version)}>
								<span>{text.versionOf(version.version)}</span>
								<span className={classes.dim}>
									{version.version === article.version ? `${text.current} · ` : ""}
									{nameOf(version.editedById)} <TimeAgo at={version.editedAt} />
								</span>
							</button>
						</li>
					))}
				</ul>
			)}
			{opened === null ? null : (
				<Modal
					opened
					onClose={() => setOpened(null)}
					title={text.versionTitle(opened.name, opened.version)}
					size="lg"
				>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
					<div className={articleClasses.text} data-scrolls tabIndex={0} data-autofocus>
						{opened.text}
					</div>
					<Group justify="flex-end" mt="md">
						<Button variant="default" onClick={() => setOpened(null)}>
							{text.form.back}
						</Button>
						{mayEdit && opened.version !== article.version ? (
							<GuardedButton access={online} onClick={() => void take(opened)}>
								{text.takeVersion}
							</GuardedButton>
						) : null}
					</Group>
				</Modal>
			)}
		</Card>
	);
}
