import { Button, Group } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { Link } from "wouter";
import { callWorker } from "../data/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { syncText } from "../text/en/sync.ts";
import classes from "./sync.module.css";

interface KeptDraft {
	readonly key: string;
	readonly text: string;
	readonly savedAt: number;
}

/** Texts begun and not sent: where each is continued. */
export function DraftList() {
	const [drafts, setDrafts] = useState<readonly KeptDraft[]>([]);
	const load = useCallback(() => void callWorker("listDrafts").then(setDrafts), []);
	useEffect(load, [load]);
	if (drafts.length === 0) return null;

	async function remove(key: string): Promise<void> {
		await callWorker("saveDraft", { key, text: "" });
		load();
	}
	return (
		<section className={classes.drafts} aria-label={syncText.page.drafts}>
			<h2 className={classes.subtitle}>{syncText.page.drafts}</h2>
			<p className={classes.dim}>{syncText.page.draftsHint}</p>
			<ul className={classes.list}>
				{drafts.map(({ key, text, savedAt }) => (
					<li key={key}>
						<span className={classes.draftText}>{previewOf(key, text)}</span>
						<span className={classes.dim}>
							<TimeAgo at={savedAt} />
						</span>
						<Group gap={4} wrap="nowrap">
							<Link href={addressOf(key)}>{syncText.page.continueDraft}</Link>
							<Button size="compact-xs" variant="subtle" onClick={() => void remove(key)}>
								{syncText.page.removeDraft}
							</Button>
						</Group>
					</li>
				))}
			</ul>
		</section>
	);
}

/** Keys are `ticket:<id>:<field>` and `new:<kind>`. */
function addressOf(key: string): string {
	const [kind, id] = key.split(":");
	return kind === "ticket" && id ? `/tickets/${id}` : "/new";
}

/** A form's draft is its fields: what a person knows it by is the short description. */
function previewOf(key: string, text: string): string {
	if (!key.startsWith("new:")) return text;
	try {
		const values: unknown = JSON.parse(text);
		const isForm = typeof values === "object" && values !== null && "shortDescription" in values;
		return isForm ? `${syncText.intent.create("incident")}: ${String(values.shortDescription)}` : text;
	} catch {
		// Not a form after all: show it as it is.
		return text;
	}
}
