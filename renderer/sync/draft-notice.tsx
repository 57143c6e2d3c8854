import { CloseButton } from "@mantine/core";
import { useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import { callWorker, useTopic } from "../data/index.ts";
import { readPreference, writePreference } from "../preferences/index.ts";
import { syncText } from "../text/en/sync.ts";
import type { KeptDraft } from "../worker/protocol.ts";
import { draftPlace, draftPreview } from "./draft-place.ts";
import { draftToContinue, type Unfinished } from "./draft-to-continue.ts";
import classes from "./sync.module.css";

/** After a start, a reload or a sign-in: one calm line that leads back to what was begun last. */
export function DraftNotice() {
	const personId = useTopic("session", null)?.person?.id;
	// A ticket that may not be read can't be gone on with.
	const isReadable = useTopic("sync", null)?.state !== "no-access";
	const [unfinished, setUnfinished] = useState<Unfinished | null>(null);
	const [location] = useLocation();
	useEffect(() => {
		setUnfinished(null);
		if (personId === undefined) return;
		let isOver = false;
		void callWorker("listDrafts").then((drafts) => {
			const dismissed = readPreference("drafts.dismissed");
			if (!isOver) setUnfinished(draftToContinue(drafts, { personId, dismissed }));
		});
		return () => {
			isOver = true;
		};
	}, [personId]);

	const address = unfinished === null ? null : draftPlace(unfinished.draft.field).address;
	// Who is there, or looks at the whole list, needs no way to it any more.
	const isThere =
		unfinished !== null &&
		["/sync", "/sign-in", address, `/tickets/${unfinished.draft.ticketNumber}`].includes(location);
	useEffect(() => {
		if (isThere && location !== "/sign-in") setUnfinished(null);
	}, [isThere, location]);
	if (unfinished === null || address === null || isThere || !isReadable) return null;

	function dismiss({ mark }: Unfinished): void {
		writePreference("drafts.dismissed", mark);
		setUnfinished(null);
	}
	return (
		<aside className={classes.unfinished} aria-label={syncText.page.continueDraft}>
			<span className={classes.unfinishedText}>
				{syncText.unfinished.title} {describeDraft(unfinished.draft)}
			</span>
			<Link href={address}>{syncText.page.continueDraft}</Link>
			{unfinished.others === 0 ? null : (
				<Link href="/sync">{syncText.unfinished.more(unfinished.others)}</Link>
			)}
			<CloseButton
				size="xs"
				aria-label={syncText.unfinished.dismiss}
				title={syncText.unfinished.dismiss}
				onClick={() => dismiss(unfinished)}
			/>
		</aside>
	);
}

function describeDraft({ field, ticketNumber, text, fileNames }: KeptDraft): string {
	const { label } = draftPlace(field);
	const words = text === "" ? fileNames.join(", ") : draftPreview(text);
	return `${ticketNumber === null ? label : `${ticketNumber}, ${label}`}: “${words}”`;
}
