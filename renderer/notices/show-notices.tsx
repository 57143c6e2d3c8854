import { notifications } from "@mantine/notifications";
import type { Notice } from "../../shared/notice/notice-book.ts";
import { countNotices, MOST_AT_ONCE } from "../../shared/notice/told-at-once.ts";
import { noticesText as text } from "../text/en/notices.ts";
import { NoticeList } from "./notice-list.tsx";

/** One place on screen for all of them: they stay until they are seen, and must leave room for other messages. */
const PLACE = "desk-notices";

/** What stands there now, the oldest first. */
let shown: readonly Notice[] = [];

/** Shows them in this window, with what is still there from before. */
export function showInWindow(notices: readonly Notice[]): void {
	const isThere = shown.length > 0;
	shown = [...shown.filter((old) => !notices.some((notice) => isSame(old, notice))), ...notices];
	const message = <NoticeList notices={shown} onOpen={() => notifications.hide(PLACE)} />;
	const place = { id: PLACE, message, autoClose: false, color: "red", onClose: forget } as const;
	if (isThere) notifications.update(place);
	else notifications.show(place);
}

function forget(): void {
	shown = [];
}

function isSame(one: Notice, other: Notice): boolean {
	return one.kind === other.kind && one.ticketId === other.ticketId;
}

/** Has the system show them where it may and nobody looks at this window. */
export function showBySystem(notices: readonly Notice[], open: (path: string) => void): void {
	if (!("Notification" in window) || Notification.permission !== "granted" || document.hasFocus()) return;
	for (const { title, body, path } of wordForSystem(notices)) {
		const notification = new Notification(title, { body, tag: title });
		notification.onclick = () => {
			window.focus();
			open(path);
			notification.close();
		};
	}
}

function wordForSystem(notices: readonly Notice[]) {
	if (notices.length > MOST_AT_ONCE)
		return [{ title: text.many(notices.length), body: text.counts(countNotices(notices)), path: "/home" }];
	return notices.map(({ kind, ticketId, number, shortDescription }) => ({
		title: text.title[kind](number),
		body: shortDescription,
		path: `/tickets/${ticketId}`,
	}));
}
