import type { Notice } from "../../../shared/notice/notice-book.ts";
import { countNotices, MOST_AT_ONCE } from "../../../shared/notice/told-at-once.ts";
import { shellText } from "../text.ts";

/** A notice as the system shows it, and the page that it opens. */
export interface WordedNotice {
	readonly title: string;
	readonly body: string;
	readonly path: string;
}

export function wordNotices(notices: readonly Notice[]): readonly WordedNotice[] {
	if (notices.length <= MOST_AT_ONCE) return notices.map(wordOne);
	return [
		{
			title: shellText.notice.many(notices.length),
			body: shellText.notice.counts(countNotices(notices)),
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
