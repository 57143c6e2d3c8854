import { useEffect } from "react";
import { useLocation } from "wouter";
import { shellBridge } from "../desktop/index.ts";
import { NOTICE_CHANNEL, type NoticeMessage } from "../worker/notices/notice-channel.ts";
import { claimNotice } from "./claim-notice.ts";
import { showBySystem, showInWindow } from "./show-notices.tsx";

/** Tells what calls for the person here, in one window of the workstation; in the app its shell does. */
export function DeskNotices() {
	const [, navigate] = useLocation();
	useEffect(() => {
		if (shellBridge()) return;
		const channel = new BroadcastChannel(NOTICE_CHANNEL);
		channel.onmessage = async ({ data: { id, notices } }: MessageEvent<NoticeMessage>) => {
			if (!(await claimNotice(id))) return;
			showInWindow(notices);
			showBySystem(notices, navigate);
		};
		return () => channel.close();
	}, [navigate]);
	return null;
}
