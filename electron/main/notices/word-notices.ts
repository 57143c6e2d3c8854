import { shellText } from "../text.ts";
import type { Notice } from "./notice-book.ts";

/** A notice as the system shows it, and the page that it opens. */
export interface WordedNotice {
	readonly title: string;
	readonly body: string;
	readonly path: string;
}

/** More than these at once are one notice: a storm must not bury the screen. */
const MOST_AT_ONCE = 3;

export function wordNotices(notices: readonly Notice[]): readonly WordedNotice[] {
	if (notices.length <= MOST_AT_ONCE) return notices.map(wordOne);
	const countOf = (kind: Notice["kind"]): number => notices.filter((notice) => notice.kind === kind).length;
	return [
		{
			title: shellText.notice.many(notices.length),
			body: shellText.notice.counts({
				p1: countOf("p1"),
				breach: countOf("breach"),
				threshold: countOf("threshold"),
				followUp: countOf("followUp"),
			}),
			path: "/home",
		},
	];
}

function wordOne({ kind, number, shortDescription }: Notice): WordedNotice {
	return {
		title: shellText.notice.title[kind](number),
		body: shortDescription,
		path: `/tickets/${encodeURIComponent(number)}`,
	};
}
