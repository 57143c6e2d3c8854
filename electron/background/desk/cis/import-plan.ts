import type { CiPreview } from "../../../../shared/api/cis.ts";
import type { Ci, Team } from "../../../../shared/api/directory.ts";

/** What an import finds at the desk, and what it is to make of it. */
export interface DeskBefore {
	readonly cis: readonly Ci[];
	readonly teams: readonly Team[];
}

/** A record of the file. */
export interface FileRecord {
	readonly line: number;
	readonly fields: readonly string[];
}

export type RefusedRow = CiPreview["refused"][number];

/** One CI as it is to be; `before` is `null` where there is none yet. */
export interface PlannedRow {
	readonly line: number;
	readonly before: Ci | null;
	readonly after: Ci;
}

export interface ImportPlan {
	/** In the order of the file; what would stay as it is is only counted. */
	readonly planned: readonly PlannedRow[];
	readonly unchanged: number;
	readonly missing: readonly Ci[];
	readonly refused: readonly RefusedRow[];
}
