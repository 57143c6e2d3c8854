import type { ChangeKind } from "../../../shared/api/changes.ts";

/** One thing's place in the change log. */
export interface LogEntry {
	readonly seq: number;
	readonly kind: ChangeKind;
	readonly id: string;
	readonly deleted: number;
}
