import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { callWorker } from "../../data/index.ts";
import type { BulkEdit, BulkPreview } from "../../worker/bulk/bulk-protocol.ts";

/** Who types a note is not kept from the next letter. */
const PAUSE_MS = 80;

export interface WatchedPreview {
	/** `null` before the first answer. */
	readonly preview: BulkPreview | null;
	/** It still answers the edit before this one. */
	readonly isStale: boolean;
}

/** What an edit would make of each of these tickets: asked again whenever it says something else. */
export function useBulkPreview(ticketIds: readonly string[], edit: BulkEdit): WatchedPreview {
	const key = JSON.stringify(edit);
	const [wanted] = useDebouncedValue(key, PAUSE_MS);
	const [came, setCame] = useState<{ readonly key: string; readonly preview: BulkPreview }>();
	useEffect(() => {
		let isOver = false;
		void callWorker("previewBulk", { ticketIds, edit: JSON.parse(wanted) as BulkEdit }).then((preview) => {
			if (!isOver) setCame({ key: wanted, preview });
		});
		return () => {
			isOver = true;
		};
	}, [ticketIds, wanted]);
	return { preview: came?.preview ?? null, isStale: came?.key !== key };
}
