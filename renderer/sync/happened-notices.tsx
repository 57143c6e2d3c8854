import { notifications } from "@mantine/notifications";
import { useEffect, useRef } from "react";
import { useTopic } from "../data/index.ts";
import { deskClock } from "../now/index.ts";
import { syncText } from "../text/en/sync.ts";
import type { HappeningCode } from "../worker/storage/happening.ts";

/** About a person's own edits; the rest stands on the page of what waits. */
const TOLD: ReadonlySet<HappeningCode> = new Set<HappeningCode>([
	"entries-set-aside",
	"restored-from-journal",
	"space-made",
]);
/** What happened before was told by the window that saw it. */
const FRESH_MS = 30_000;

/** Says at once what happened to a person's edits on this device. */
export function HappenedNotices() {
	const happenings = useTopic("sync", null)?.happenings;
	const told = useRef(new Set<string>());
	useEffect(() => {
		for (const { code, at, count } of happenings ?? []) {
			const id = `${code} ${at}`;
			if (!TOLD.has(code) || told.current.has(id) || deskClock.now() - at > FRESH_MS) continue;
			told.current.add(id);
			notifications.show({ id, message: syncText.happened.words(code, count), autoClose: false });
		}
	}, [happenings]);
	return null;
}
