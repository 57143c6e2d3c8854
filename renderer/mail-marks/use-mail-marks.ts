import { useEffect, useState } from "react";
import { type MailMark, mailMarksSchema } from "../../shared/api/mail.ts";
import type { HistoryEntry } from "../../shared/api/tickets.ts";
import { useOnline } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { askDesk } from "../http/index.ts";

const NONE: ReadonlyMap<string, MailMark> = new Map();

/**
 * What of a ticket's history went or came by mail, by entry. Asked of the desk only where there can be any: the desk
 * has mail, and somebody has written for the caller or the ticket has moved; without the desk there are no marks.
 */
export function useMailMarks(
	ticketId: string,
	history: readonly HistoryEntry[],
): ReadonlyMap<string, MailMark> {
	const [known, setKnown] = useState<{
		readonly id: string;
		readonly marks: ReadonlyMap<string, MailMark>;
	}>();
	const mail = useTopic("mail", null);
	const isOnline = useOnline().isAllowed;
	const version = mail?.version ?? 0;
	const isAsked = isOnline && version > 0 && history.length > 0;
	const newest = history.at(-1)?.id;
	// biome-ignore lint/correctness/useExhaustiveDependencies: with each entry and each message there may be another
	useEffect(() => {
		if (!isAsked) return;
		const over = new AbortController();
		const path = `/tickets/${ticketId}/mail`;
		void askDesk({ path, answer: mailMarksSchema, signal: over.signal }).then((answer) => {
			if (!answer.ok || over.signal.aborted) return;
			const marks = new Map(answer.value.marks.map((mark) => [mark.entryId, mark]));
			setKnown({ id: ticketId, marks });
		});
		return () => over.abort();
	}, [ticketId, isAsked, version, newest]);
	return known?.id === ticketId ? known.marks : NONE;
}
