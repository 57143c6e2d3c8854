import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";

export interface ActGroup {
	readonly batchId: string;
	readonly edits: readonly PendingIntent[];
}

/** Edits that one act made on several tickets stand together; of those in `shown`, each by itself. */
export function groupByAct(
	edits: readonly PendingIntent[],
	shown: ReadonlySet<string>,
): { readonly groups: readonly ActGroup[]; readonly needing: readonly PendingIntent[] } {
	const byBatch = Map.groupBy(edits, ({ intent }) =>
		intent.type === "change" && intent.batchId !== undefined ? intent.batchId : null,
	);
	const isGroup = ([batchId, own]: readonly [string | null, readonly PendingIntent[]]) =>
		batchId !== null && own.length > 1 && !shown.has(batchId);
	const grouped = [...byBatch].filter(isGroup);
	const inGroup = new Set(grouped.flatMap(([, own]) => own));
	return {
		groups: grouped.map(([batchId, own]) => ({ batchId: batchId ?? "", edits: own })),
		needing: edits.filter((edit) => !inGroup.has(edit)),
	};
}
