import type { ColumnType, Generated } from "kysely";
import type { ChangeKind } from "../../../shared/api/changes.ts";
import type { Ci } from "../../../shared/api/directory.ts";
import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import type { Level, Priority } from "../../../shared/ticket/priority.ts";

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
	reopen_count: number;
	opened_at: number;
	updated_at: number;
	resolved_at: number | null;
	closed_at: number | null;
	revision: number;
	/** `TrackMove[]` */
	track: JsonText;
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

/** Settings and single values: epoch, setup, counters, zone, accounts. */
export interface SettingTable {
	key: string;
	value: JsonText;
}

export interface SessionTable {
	/** SHA-256 of the cookie's token, hex. */
	token_hash: string;
	person_id: string | null;
	device_id: string | null;
	created_at: ColumnType<number, number, never>;
	expires_at: number;
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
	check_definition: CheckTable;
	check_result: CheckResultTable;
	alert: AlertTable;
	rule: RuleTable;
	device: DeviceTable;
	writer: WriterTable;
	setting: SettingTable;
	session: SessionTable;
}
