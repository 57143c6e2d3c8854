import { Notification } from "electron";
import type { Notice } from "../../../shared/notice/notice-book.ts";
import { wordNotices } from "./word-notices.ts";

/** Held while they are on screen: a collected notification no longer hears its click. */
const shown = new Set<Notification>();

/** Shows notices as the system does; a click opens their page. */
export function showNotices(notices: readonly Notice[], openPage: (path: string) => void): void {
	if (!Notification.isSupported()) return;
	for (const { title, body, path } of wordNotices(notices)) {
		const notification = new Notification({ title, body, urgency: "critical" });
		shown.add(notification);
		notification.once("click", () => {
			shown.delete(notification);
			openPage(path);
		});
		notification.once("close", () => shown.delete(notification));
		notification.show();
	}
}
