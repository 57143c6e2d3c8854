import type { DeskTables } from "../../store/tables.ts";

/** What of a table leaves the desk. */
export interface TableExport {
	/** Columns of JSON text, which are written as what they hold. */
	readonly json?: readonly string[];
	/** Columns that stay: what opens a door. */
	readonly without?: readonly string[];
	/** Its JSON may hold what opens a door. */
	readonly isGuarded?: boolean;
}

/**
 * Of every table whether it is exported, and how; `null` is how somebody signs in, or the desk's own
 * bookkeeping. A new table does not compile until somebody has decided.
 */
export const EXPORTED_TABLES = {
	ticket: { json: ["track", "declared"] },
	history: { json: ["changes"] },
	attachment: {},
	person: { json: ["roles", "team_ids", "scope", "delegation"] },
	team: {},
	ci: { json: ["depends_on_ids", "details"] },
	ci_import: { json: ["changes"] },
	check_definition: { json: ["definition"], isGuarded: true },
	check_result: { json: ["results"] },
	alert: { json: ["body"] },
	rule: {},
	sla_calendar: { json: ["versions"] },
	sla_policy: { json: ["versions", "recalculations"] },
	sla_action: {},
	offer: { json: ["body"] },
	offer_version: { json: ["body"] },
	change_setting: { json: ["content"] },
	lifecycle: { json: ["definition"] },
	saved_view: { json: ["body"] },
	reply: { json: ["body"] },
	article: { json: ["body"] },
	article_version: { json: ["body"] },
	article_rating: {},
	setting: { json: ["value"], isGuarded: true },
	account: { without: ["password_hash"] },
	device: { without: ["token_hash"] },
	audit: {},
	mail_in: { json: ["file_names"] },
	mail_out: {},
	change_log: null,
	intent: null,
	writer: null,
	session: null,
	failed_sign_in: null,
	known_browser: null,
} as const satisfies Readonly<Record<keyof DeskTables, TableExport | null>>;

/** Names by which settings hold what opens a door, sealed or not. */
const SECRET = /password|secret|token|sealed|privatekey|apikey|credential/i;

/** Who signs in at an address, within it. */
const URL_USER = /(\b[a-z][a-z+.-]*:\/\/)[^\s/@]+@/gi;

/** A value of a JSON column without what opens a door; whether there is a password may be known. */
export function withoutSecrets(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutSecrets);
	if (typeof value === "string") return value.replace(URL_USER, "$1");
	if (typeof value !== "object" || value === null) return value;
	const kept = Object.entries(value).filter(
		([name, inner]) => !SECRET.test(name) || typeof inner === "boolean",
	);
	return Object.fromEntries(kept.map(([name, inner]) => [name, withoutSecrets(inner)]));
}
