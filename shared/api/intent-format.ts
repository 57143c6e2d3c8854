import { bringUpToDate, FORMAT_NEWER, isRecord, type RecordFormat } from "../format.ts";
import { ok, type Result, refuse } from "../result.ts";
import { INTENT_VERSION } from "./intents.ts";

/** Intents wait for weeks on workstations that were offline, and a workstation may be newer than its desk. */
export const INTENT_FORMAT: RecordFormat = {
	version: INTENT_VERSION,
	versionOf: (intent) => intent.v,
	steps: {
		// The second may say when the desk was last heard, what a ticket is a piece of or caused by, declared fields,
		// and of which act it is a part or which it takes back.
		1: (intent) => ({ ...intent, v: 2 }),
	},
};

/** The desk's code for an intent of a newer console: it is kept there, to be sent again. */
export const INTENT_NEWER = "intent_newer";

/**
 * An intent as this build writes it, still to be parsed. Refused only where a newer program wrote it; what
 * says no version is left to the schema, which names the field.
 */
export function bringIntentUpToDate(raw: unknown): Result<unknown> {
	if (!isRecord(raw)) return ok(raw);
	const current = bringUpToDate(raw, INTENT_FORMAT);
	if (current.ok) return current;
	if (current.error.code !== FORMAT_NEWER) return ok(raw);
	return refuse(
		INTENT_NEWER,
		"This edit was made by a newer version of the console than this desk knows. It is kept; send it again once the desk was updated.",
		"v",
	);
}
