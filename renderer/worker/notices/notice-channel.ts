import type { Notice } from "../../../shared/notice/notice-book.ts";

/** What calls for somebody now, told to every window: one of them shows it. */
export interface NoticeMessage {
	readonly id: string;
	readonly notices: readonly Notice[];
}

export const NOTICE_CHANNEL = "deskwatch-notices";

export function openNoticeChannel(): (notices: readonly Notice[]) => void {
	const channel = new BroadcastChannel(NOTICE_CHANNEL);
	return (notices) => channel.postMessage({ id: crypto.randomUUID(), notices } satisfies NoticeMessage);
}
