import type { ColumnType, Generated } from "kysely";
import type { AuditAction } from "../../../shared/api/audit.ts";
import type { ChangeKind } from "../../../shared/api/changes.ts";
import type { SessionEnd } from "../../../shared/api/desk.ts";
import type { Ci } from "../../../shared/api/directory.ts";
import type { PolicyRecord } from "../../../shared/sla/policy.ts";
import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import type { Level, Priority } from "../../../shared/ticket/priority.ts";
import type { ArticleRatingTable, ArticleVersionTable, ShelfTable } from "./kept-tables.ts";
import type { MailInTable, MailOutTable } from "./mail-tables.ts";

/** JSON text in a column; parsed and written at the edge of the store. */
export type JsonText = string;
/** 0 or 1. */
export type Flag = 0 | 1;

export interface TicketTable {
	id: string;
	kind: TicketKind;
	number: string;
	short_description: string;
	description: string;
	state: number;
	hold_reason: number | null;
	follow_up_at: number | null;
	impact: Level;
	urgency: Level;
	priority: Priority;
	team_id: string | null;
	assignee_id: string | null;
	caller_id: string | null;
	opened_by_id: string | null;
	ci_id: string | null;
	service_id: string | null;
	category: string | null;
	subcategory: string | null;
	contact_type: string | null;
	source_state: string | null;
	close_code: string | null;
	close_notes: string | null;
	parent_id: string | null;
	problem_id: string | null;
	reopen_count: number;
	opened_at: number;
	updated_at: number;
	resolved_at: number | null;
	closed_at: number | null;
	revision: number;
	/** `TrackMove[]` */
	track: JsonText;
	/** `DeclaredFields`; `null` where none is filled. */
	declared: JsonText | null;
	/** Derived and indexed, for queries: 1 while it needs work. */
	is_open: Flag;
}

export interface HistoryTable {
	id: string;
	ticket_id: string;
	revision: number;
	type: "created" | "changed" | "noted";
	actor_kind: "person" | "rule" | "import" | "system";
	actor_id: string | null;
	occurred_at: number;
	recorded_at: number;
	changes: JsonText;
	note_kind: "comment" | "workNote" | null;
	note_text: string | null;
	intent_id: string | null;
	alert_id: string | null;
	/** The act that made it, where that made others too; and the intent that it takes back. */
	batch_id: string | null;
	undoes: string | null;
}

/** A file: announced, then complete, then hanging on a history entry. Its bytes are in a file of their own. */
export interface AttachmentTable {
	id: string;
	/** Who uploaded it. */
	person_id: string;
	name: string;
	media_type: string;
	size_bytes: number;
	/** Of the bytes, hex: names the file that holds them. */
	sha256: string;
	state: "uploading" | "complete";
	ticket_id: string | null;
	history_id: string | null;
	/** When a part last came. */
	touched_at: number;
}

/** Keeps the newest entry of each thing; `seq` strictly increases in commit order. */
export interface ChangeLogTable {
	seq: Generated<number>;
	kind: ChangeKind;
	id: string;
	deleted: Flag;
}

/** What was applied, so that nothing is applied twice. */
export interface IntentTable {
	id: string;
	device_id: string | null;
	applied_at: number;
	/** The answer, to be repeated. */
	result: JsonText;
}

export interface PersonTable {
	id: string;
	name: string;
	email: string | null;
	phone: string | null;
	location: string | null;
	department: string | null;
	is_vip: Flag;
	roles: JsonText;
	team_ids: JsonText;
	is_active: Flag;
	/** A `Scope`; `null` is the whole desk. */
	scope: JsonText | null;
	/** A `Delegation`. */
	delegation: JsonText | null;
}

export interface TeamTable {
	id: string;
	name: string;
	is_active: Flag;
}

export interface CiTable {
	id: string;
	name: string;
	class: Ci["class"];
	owner_team_id: string | null;
	criticality: number;
	depends_on_ids: JsonText;
	external_id: string | null;
	revision: number;
	/** What few CIs say: a `CiDetails`. */
	details: JsonText;
}

/** One file that was imported, so that it can be taken back. */
export interface CiImportTable {
	id: string;
	at: number;
	/** What each CI was before (`null`: it was not there) and what it was made. */
	changes: JsonText;
	undone_at: number | null;
}

/** `definition` is a `CheckInput`. */
export interface CheckTable {
	id: string;
	definition: JsonText;
	state: string;
	state_since: number | null;
	revision: number;
}

/** Packed results of one check and stretch of time, oldest first. */
export interface CheckResultTable {
	check_id: string;
	from_at: number;
	to_at: number;
	/** As columns: see `monitor/packed-results.ts`. */
	results: JsonText;
}

/** `body` is an `Alert`. */
export interface AlertTable {
	id: string;
	identity: string;
	condition: string;
	severity: number;
	check_id: string | null;
	ticket_id: string | null;
	since: number;
	body: JsonText;
}

export interface RuleTable {
	id: string;
	name: string;
	is_enabled: Flag;
	resolve_after_ms: number;
}

/** `versions` is `CalendarVersion[]`, oldest first. */
export interface SlaCalendarTable {
	id: string;
	versions: JsonText;
}

/** `versions` is `PolicyVersion[]`, oldest first. */
/** Something that can be requested, in its newest version. */
export interface OfferTable {
	id: string;
	version: number;
	/** An `OfferInput`. */
	body: JsonText;
}

/** Every version of an offer, the newest too. */
export interface OfferVersionTable {
	offer_id: string;
	version: number;
	/** An `OfferInput`. */
	body: JsonText;
}

export interface SlaPolicyTable {
	id: string;
	party: PolicyRecord["party"];
	measure: PolicyRecord["measure"];
	versions: JsonText;
	/** `Recalculation[]` */
	recalculations: JsonText;
}

/** What a threshold has done to a ticket, so that it is done once. */
export interface SlaActionTable {
	ticket_id: string;
	policy_id: string;
	percent: number;
	done_at: number;
}

/** One version of one kind's lifecycle; the newest is what holds. */
export interface LifecycleTable {
	kind: TicketKind;
	version: number;
	/** Among the kinds that the desk has added; `null` for a built-in one. */
	place: number | null;
	/** A `Lifecycle`. */
	definition: JsonText;
	saved_at: number;
	saved_by_id: string | null;
}

export interface DeviceTable {
	id: string;
	name: string;
	/** SHA-256 of the token, hex. */
	token_hash: string;
	created_at: number;
	last_seen_at: number | null;
}

export interface WriterTable {
	device_id: string;
	/** The highest fence this workstation has sent. */
	fence: number;
}

/** Settings and single values: epoch, setup, counters, zone. */
export interface SettingTable {
	key: string;
	value: JsonText;
}

export interface SessionTable {
	/** SHA-256 of the cookie's token, hex. */
	token_hash: string;
	/** What it is called by when it is listed or ended; says nothing of the token. */
	id: string;
	person_id: string | null;
	device_id: string | null;
	created_at: ColumnType<number, number, never>;
	/** When a request last moved its end, within a few minutes. */
	seen_at: number;
	expires_at: number;
	/** The browser and system, as they named themselves. */
	client: string | null;
	/** Kept for a while after its end, so that the console can say why. */
	ended_at: number | null;
	end_reason: SessionEnd | null;
}

export interface AccountTable {
	person_id: string;
	name: string;
	/** By which a name is found: see `signInKey`. */
	name_key: string;
	password_hash: string;
	/** The password must be changed before anything else. */
	is_one_time: Flag;
	is_disabled: Flag;
	created_at: number;
	password_at: number;
	last_sign_in_at: number | null;
}

/** Failed sign-ins of a name or from an address. */
export interface FailedSignInTable {
	/** SHA-256: what people type as a name may be their password. */
	key: string;
	failures: number;
	last_at: number;
}

/** Where somebody has signed in before, by a mark that the browser keeps. */
export interface KnownBrowserTable {
	/** SHA-256 of the mark, hex. */
	mark_hash: string;
	person_id: string;
	seen_at: number;
}

/** Append-only: the database itself refuses to change or delete a row. */
export interface AuditTable {
	id: Generated<number>;
	at: number;
	actor_id: string | null;
	action: AuditAction;
	person_id: string | null;
	team_id: string | null;
	value_from: string | null;
	value_to: string | null;
}

export interface ChangeSettingTable {
	id: string;
	revision: number;
	/** `ChangeSettings`, as JSON. */
	content: string;
}

export interface DeskTables {
	ticket: TicketTable;
	history: HistoryTable;
	attachment: AttachmentTable;
	change_log: ChangeLogTable;
	intent: IntentTable;
	person: PersonTable;
	team: TeamTable;
	ci: CiTable;
	ci_import: CiImportTable;
	check_definition: CheckTable;
	check_result: CheckResultTable;
	alert: AlertTable;
	rule: RuleTable;
	sla_calendar: SlaCalendarTable;
	sla_policy: SlaPolicyTable;
	offer: OfferTable;
	offer_version: OfferVersionTable;
	sla_action: SlaActionTable;
	change_setting: ChangeSettingTable;
	lifecycle: LifecycleTable;
	saved_view: ShelfTable;
	reply: ShelfTable;
	article: ShelfTable;
	article_version: ArticleVersionTable;
	article_rating: ArticleRatingTable;
	device: DeviceTable;
	writer: WriterTable;
	setting: SettingTable;
	session: SessionTable;
	account: AccountTable;
	failed_sign_in: FailedSignInTable;
	known_browser: KnownBrowserTable;
	audit: AuditTable;
	mail_in: MailInTable;
	mail_out: MailOutTable;
}
