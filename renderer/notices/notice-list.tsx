import { Link } from "wouter";
import type { Notice } from "../../shared/notice/notice-book.ts";
import { countNotices, MOST_AT_ONCE } from "../../shared/notice/told-at-once.ts";
import { noticesText as text } from "../text/en/notices.ts";
import classes from "./notices.module.css";

interface Props {
	/** The oldest first. */
	readonly notices: readonly Notice[];
	/** A ticket, or home, was opened from here. */
	readonly onOpen: () => void;
}

/** What calls for somebody, each with the way to its ticket; many of them in one line. */
export function NoticeList({ notices, onOpen }: Props) {
	if (notices.length > MOST_AT_ONCE)
		return (
			<div className={classes.many}>
				<strong>{text.many(notices.length)}</strong>
				<span>{text.counts(countNotices(notices))}</span>
				<Link href="/home" onClick={onOpen}>
					{text.toHome}
				</Link>
			</div>
		);
	return (
		<ul className={classes.list}>
			{notices.map(({ kind, ticketId, number, shortDescription }) => (
				<li key={`${kind} ${ticketId}`}>
					<Link href={`/tickets/${ticketId}`} onClick={onOpen}>
						{text.title[kind](number)}
					</Link>
					<span>{shortDescription}</span>
				</li>
			))}
		</ul>
	);
}
