import { bulkText } from "../../text/en/bulk.ts";
import type { BulkLine, BulkPreview } from "../../worker/bulk/bulk-protocol.ts";
import { describeChangeSet } from "../describe-changes.ts";

/** What becomes of one ticket, in one line: `Assignee Ada → Bo, Priority P3 → P2`; or why not. */
export function describeLine(line: BulkLine, names: BulkPreview["names"]): string {
	if (line.outcome === "refused") return line.reason;
	if (line.outcome === "same") return "";
	const told = describeChangeSet(line.changes, { kind: line.kind, names }).map(({ label, from, to }) =>
		[label, ...(from === null ? [] : [from, "→"]), to ?? bulkText.empty].join(" "),
	);
	return told.length > 0 ? told.join(", ") : bulkText.noteOnly;
}
