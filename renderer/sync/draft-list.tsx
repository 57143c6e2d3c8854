import { Button, Group } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { callWorker, useTopic } from "../data/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { offerBack } from "../page/index.ts";
import { attachmentsText } from "../text/en/attachments.ts";
import { syncText } from "../text/en/sync.ts";
import type { KeptDraft } from "../worker/protocol.ts";
import { draftPlace, draftPreview } from "./draft-place.ts";
import classes from "./sync.module.css";

/** Texts begun and not sent: where each is continued. */
export function DraftList() {
	const person = useTopic("session", null)?.person?.id;
	const [drafts, setDrafts] = useState<readonly KeptDraft[]>([]);
	const list = useRef<HTMLUListElement>(null);
	const load = useCallback(() => void callWorker("listDrafts").then(setDrafts), []);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another person has other drafts
	useEffect(load, [load, person]);
	useEffect(() => {
		window.addEventListener("focus", load);
		return () => window.removeEventListener("focus", load);
	}, [load]);
	if (drafts.length === 0) return null;

	/** Nothing is thrown away for good at once: the message offers it back. The focus goes on to the next. */
	async function remove({ key }: KeptDraft): Promise<void> {
		const items = Array.from(list.current?.children ?? []);
		const at = drafts.findIndex((draft) => draft.key === key);
		(items[at + 1] ?? items[at - 1])?.querySelector("button")?.focus();
		const removed = await callWorker("removeDraft", key);
		load();
		offerBack(syncText.page.draftRemoved, async () => {
			await callWorker("restoreDraft", removed);
			load();
		});
	}
	return (
		<section className={classes.drafts} aria-labelledby="drafts-title">
			<h2 id="drafts-title" className={classes.subtitle}>
				{syncText.page.drafts}
			</h2>
			<p className={classes.dim}>{syncText.page.draftsHint}</p>
			<ul ref={list} className={classes.list}>
				{drafts.map((draft) => (
					<DraftItem key={draft.key} draft={draft} onRemove={() => void remove(draft)} />
				))}
			</ul>
		</section>
	);
}

function DraftItem({ draft, onRemove }: { readonly draft: KeptDraft; readonly onRemove: () => void }) {
	const { label, address } = draftPlace(draft.field);
	const { fileNames } = draft;
	const preview = draftPreview(draft.text);
	const files = fileNames.join(", ");
	return (
		<li>
			<span className={classes.dim}>
				{draft.ticketNumber === null ? label : `${draft.ticketNumber} · ${label}`}
				{draft.key === draft.field ? null : ` (${syncText.page.otherWindow})`}
			</span>
			<span className={classes.draftText} title={[preview, files].filter(Boolean).join("\n")}>
				{preview}
				{fileNames.length === 0 ? null : (
					<span className={classes.draftFiles} data-beside={preview !== "" || undefined}>
						<IconPaperclip size={13} aria-hidden="true" />
						<span className="visually-hidden">{attachmentsText.count(fileNames.length)}: </span>
						{files}
					</span>
				)}
			</span>
			<span className={classes.dim}>
				<TimeAgo at={draft.savedAt} />
			</span>
			<Group gap={4} wrap="nowrap">
				<Link href={address}>{syncText.page.continueDraft}</Link>
				<Button size="compact-xs" variant="subtle" onClick={onRemove}>
					{syncText.page.removeDraft}
				</Button>
			</Group>
		</li>
	);
}
