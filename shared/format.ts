import { ok, type Result, refuse } from "./result.ts";

/** A record as it was stored or sent, before anybody has judged it. */
export type RawRecord = Readonly<Record<string, unknown>>;

/**
 * A format that was released, and how records of its older versions become records of the newest. To change
 * it: raise `version`, add a step from the version before, and a golden file of the new one beside the old.
 */
export interface RecordFormat {
	/** The version that this build writes. */
	readonly version: number;
	/** Which version a record is of; not a number where it does not say. */
	readonly versionOf: (record: RawRecord) => unknown;
	/** By the version they start from, each to the next one: pure, and for ever. */
	readonly steps: Readonly<Record<number, (record: RawRecord) => RawRecord>>;
}

/** A newer program wrote it. */
export const FORMAT_NEWER = "format_newer";
/** It is of no version that was ever released. */
export const FORMAT_UNKNOWN = "format_unknown";

/** A record as this build writes it, one version after the other. Codes: `format_newer`, `format_unknown`. */
export function bringUpToDate(record: RawRecord, format: RecordFormat): Result<RawRecord> {
	const version = format.versionOf(record);
	if (typeof version !== "number") return refuse(FORMAT_UNKNOWN, "This record does not say its version.");
	if (version > format.version)
		return refuse(
			FORMAT_NEWER,
			`This is of version ${version} of its format; only versions up to ${format.version} are known here.`,
		);
	let current = record;
	for (let at = version; at < format.version; at += 1) {
		const step = format.steps[at];
		if (!step) return refuse(FORMAT_UNKNOWN, `There is no version ${at} of this format.`);
		current = step(current);
	}
	return ok(current);
}

export function isRecord(value: unknown): value is RawRecord {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
