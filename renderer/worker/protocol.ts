/**
 * What pages ask of the data worker and what it tells them. Pages hold no tickets: they watch
 * topics (a view's rows, one ticket, the counts) and get each again when it changes.
 */
import type { Alert } from "../../shared/api/alerts.ts";
import type { Attachment } from "../../shared/api/attachments.ts";
import type { Check, CheckFigures } from "../../shared/api/checks.ts";
import type { Session } from "../../shared/api/desk.ts";
import type { DeskSettings, MailState } from "../../shared/api/desk-settings.ts";
import type { Ci, Person, Team } from "../../shared/api/directory.ts";
import type { Intent } from "../../shared/api/intents.ts";
import type { LifecycleRecord } from "../../shared/api/lifecycles.ts";
import type { Here } from "../../shared/api/presence.ts";
import type { PlannedChange } from "../../shared/change/conflicts.ts";
import type { ChangeSettingsRecord } from "../../shared/change/settings.ts";
import type { Offer } from "../../shared/request/offer.ts";
import type { Result } from "../../shared/result.ts";
import type { Definitions } from "../../shared/sla/policy.ts";
import type { TicketKind } from "../../shared/ticket/kinds.ts";
import type { EpochMs, Note, TicketFieldName, TicketPatch } from "../../shared/ticket/ticket.ts";
import type { BatchStanding, BatchUndone, BulkApplied, BulkEdit, BulkPreview } from "./bulk/bulk-protocol.ts";
import type { PersonAt } from "./presence/presences.ts";
import type { SimilarQuestion } from "./similar/similar-tickets.ts";
import type { Happening } from "./storage/happening.ts";
import type { CisList, CisQuery, CiView, ImpactView } from "./topics/ci-protocol.ts";
import type { ArticleHint, ArticleView, ListedReply } from "./topics/kept-protocol.ts";
import type {
	ApprovalsView,
	Majors,
	PendingIntent,
	Relatives,
	SimilarView,
	TicketView,
} from "./topics/ticket-protocol.ts";
import type {
	ListedView,
	Neighbours,
	QueueCounts,
	QueueRow,
	SearchFindings,
	ViewQuery,
	ViewRows,
	ViewWindow,
} from "./views/view-protocol.ts";
import type { LoadRow, Trend, TrendQuery, WorkloadQuery } from "./views/workload-protocol.ts";

/** The one truth about the connection. */
export interface SyncStatus {
	/** `starting` only until the cache was read; `no-access`: the person’s roles no longer let them read the desk. */
	readonly state: "starting" | "live" | "catching-up" | "offline" | "needs-you" | "signed-out" | "no-access";
	/** Intents the desk has not taken. */
	readonly pending: number;
	readonly needsYou: number;
	/** Changes still to come down, while catching up. */
	readonly left: number;
	/** Since when the desk is out of reach. */
	readonly offlineSince: EpochMs | null;
	/** When the feed last spoke. */
	readonly heardAt: EpochMs | null;
	/** `cache` on disk; `memory`: the disk failed and the screen must say so. */
	readonly storage: "cache" | "memory";
	readonly problem: string | null;
	/** What happened to this device's storage, the newest first. */
	readonly happenings: readonly Happening[];
	/** 0–1 during a first synchronisation, else `null`. */
	readonly firstSync: number | null;
	/** Desk's clock minus the device's, milliseconds. */
	readonly clockOffsetMs: number;
	/** This window holds the lock: it writes the cache and sends. */
	readonly isWriter: boolean;
}

/** What home shows. */
export interface HomeView {
	readonly counts: QueueCounts;
	readonly byPriority: readonly number[];
	readonly breachingNext: readonly QueueRow[];
	readonly mine: readonly QueueRow[];
	/** The viewer’s and their teams’ that are to be looked at now or within hours; the longest due first. */
	readonly followUps: readonly QueueRow[];
	readonly alerts: readonly Alert[];
}

export interface CheckRow {
	readonly check: Check;
	readonly figures: CheckFigures | null;
	readonly ciName: string | null;
	readonly serviceName: string | null;
}

export interface AlertRow {
	readonly alert: Alert;
	readonly checkName: string | null;
	readonly ciName: string | null;
	readonly serviceName: string | null;
	readonly ticketNumber: string | null;
}

/** Which people: `staff` may work at this desk, `callers` may not; both only while they are active. */
export interface PeopleQuery {
	/** Words of name, address, department or phone. */
	readonly text: string;
	readonly show: "staff" | "callers" | "inactive" | "all";
	readonly teamId: string | null;
	/** As many as are shown: thousands would take longer to hand over than to find. */
	readonly limit: number;
}

export interface PeopleList {
	/** How many match in all. */
	readonly total: number;
	readonly people: readonly Person[];
}

export interface TeamRow {
	readonly team: Team;
	/** Active people in it. */
	readonly members: number;
}

export interface TagInUse {
	readonly tag: string;
	/** Tickets that have it. */
	readonly count: number;
}

/** A change with its window, as shown. */
export interface PlannedRow extends PlannedChange {
	readonly number: string;
	readonly shortDescription: string;
	readonly state: number;
	readonly type: string;
	/** 1 very high … 4 low. */
	readonly risk: number | null;
	readonly isOnHold: boolean;
	/** It has been carried out: it is in nobody's way any more. */
	readonly isOver: boolean;
}

/** What a page watches: parameters and payload by topic. */
export interface Topics {
	readonly view: {
		readonly params: { readonly query: ViewQuery; readonly window: ViewWindow };
		readonly payload: ViewRows;
	};
	/** `key` is an id or a number. `null`: no such ticket is known. */
	readonly ticket: { readonly params: { readonly key: string }; readonly payload: TicketView | null };
	/** `placeBefore`: where the ticket was, should it have left the view. */
	readonly neighbours: {
		readonly params: {
			readonly query: ViewQuery;
			readonly ticketId: string;
			readonly placeBefore: number;
		};
		readonly payload: Neighbours;
	};
	readonly relatives: { readonly params: { readonly ticketId: string }; readonly payload: Relatives };
	/** `null` where the ticket has none and is none. */
	readonly approvals: {
		readonly params: { readonly ticketId: string };
		readonly payload: ApprovalsView | null;
	};
	readonly majors: { readonly params: null; readonly payload: Majors };
	/** Over all tickets, closed ones too; `limit` is 200 at most. */
	readonly search: {
		readonly params: { readonly text: string; readonly limit: number };
		/** With the text that it answers, and whether all tickets of the desk are here to be searched. */
		readonly payload: SearchFindings & { readonly text: string; readonly isComplete: boolean };
	};
	readonly similar: { readonly params: SimilarQuestion; readonly payload: SimilarView };
	readonly counts: { readonly params: null; readonly payload: QueueCounts };
	/** In the order in which they are listed. */
	readonly savedViews: { readonly params: null; readonly payload: readonly ListedView[] };
	/** The replies that somebody may use, by name. */
	readonly replies: { readonly params: null; readonly payload: readonly ListedReply[] };
	/** The articles that have these words, with the beginnings of their texts; all where there are none. */
	readonly articles: {
		readonly params: { readonly text: string };
		/** With the text that it answers. */
		readonly payload: { readonly text: string; readonly found: readonly ArticleView[] };
	};
	readonly article: { readonly params: { readonly articleId: string }; readonly payload: ArticleView | null };
	/** Those that a ticket names, and those that may be about it. */
	readonly articleHints: {
		readonly params: { readonly text: string; readonly linkedIds: readonly string[] };
		readonly payload: {
			readonly text: string;
			readonly linked: readonly ArticleHint[];
			readonly suggested: readonly ArticleHint[];
		};
	};
	/** How many tickets each of these has, as soon as there is time to count. */
	readonly viewCounts: {
		readonly params: { readonly queries: readonly ViewQuery[] };
		readonly payload: readonly number[];
	};
	/** Open work by person, nobody's first, then by name. */
	readonly workload: { readonly params: WorkloadQuery; readonly payload: readonly LoadRow[] };
	readonly trend: { readonly params: TrendQuery; readonly payload: Trend };
	readonly home: { readonly params: null; readonly payload: HomeView };
	readonly sync: { readonly params: null; readonly payload: SyncStatus };
	readonly outbox: { readonly params: null; readonly payload: readonly PendingIntent[] };
	/** How far the edits of one act have come. */
	readonly batch: { readonly params: { readonly batchId: string }; readonly payload: BatchStanding };
	readonly alerts: {
		readonly params: { readonly isFiringOnly: boolean };
		readonly payload: readonly AlertRow[];
	};
	readonly checks: { readonly params: null; readonly payload: readonly CheckRow[] };
	/** `null` until anybody has ever signed in on this workstation. */
	readonly session: { readonly params: null; readonly payload: Session | null };
	/** Others at tickets, by ticket. */
	readonly presence: {
		readonly params: null;
		readonly payload: Readonly<Record<string, readonly PersonAt[]>>;
	};
	/** What clocks depend on: calendars and policies, with all their versions. */
	readonly definitions: { readonly params: null; readonly payload: Definitions };
	/** What the desk says about its changes; `null` until it was heard. */
	readonly changeSettings: { readonly params: null; readonly payload: ChangeSettingsRecord | null };
	/** All open changes with a window, and those whose window reaches beyond `from`; by begin. */
	readonly changePlan: {
		readonly params: { readonly from: EpochMs };
		/** `zone` is the desk's, by IANA name. */
		readonly payload: { readonly zone: string; readonly changes: readonly PlannedRow[] };
	};
	/** Everything that can be requested or could be, by name. */
	readonly offers: { readonly params: null; readonly payload: readonly Offer[] };
	/** What the desk has chosen for all tickets. */
	readonly settings: { readonly params: null; readonly payload: DeskSettings };
	readonly mail: { readonly params: null; readonly payload: MailState };
	/** The kinds that the desk has defined itself, and what it made of the built-in ones. */
	readonly lifecycles: { readonly params: null; readonly payload: readonly LifecycleRecord[] };
	readonly people: { readonly params: PeopleQuery; readonly payload: PeopleList };
	/** `null`: not known here. */
	readonly person: { readonly params: { readonly personId: string }; readonly payload: Person | null };
	/** By name, also those that are not active. */
	readonly teams: { readonly params: null; readonly payload: readonly TeamRow[] };
	readonly cis: { readonly params: CisQuery; readonly payload: CisList };
	/** `null`: not known here. */
	readonly ci: { readonly params: { readonly ciId: string }; readonly payload: CiView | null };
	/** `null` without a CI, or where it is not known here. */
	readonly impact: {
		readonly params: { readonly ciId: string | null };
		readonly payload: ImpactView | null;
	};
	/** Small enough to be whole: all active teams, and the people who can be assigned. */
	readonly staff: {
		readonly params: null;
		readonly payload: {
			readonly teams: readonly Team[];
			readonly people: readonly Person[];
			readonly cis: readonly Ci[];
		};
	};
}
export type Topic = keyof Topics;

/** A new ticket as a form gives it; the worker makes ids, base values and the intent. */
export interface NewTicket {
	readonly kind: TicketKind;
	readonly set: TicketPatch;
	readonly note?: Note;
	/** Chosen before, by `chooseFile`. */
	readonly attachmentIds?: readonly string[];
}

/** An edit as a form gives it. */
export interface TicketEdit {
	readonly ticketId: string;
	readonly set: TicketPatch;
	readonly note?: Note;
	/** Chosen before, by `chooseFile`; they need a note. */
	readonly attachmentIds?: readonly string[];
}

/** A text that another window wrote into the same field. */
export interface OtherDraft {
	readonly key: string;
	readonly text: string;
}

/** What somebody began and did not send. */
export interface KeptDraft {
	readonly key: string;
	/** The key of the field it belongs to. */
	readonly field: string;
	/** Of its ticket, where that is known here. */
	readonly ticketNumber: string | null;
	/** Empty where only files were chosen. */
	readonly text: string;
	readonly fileNames: readonly string[];
	readonly savedAt: EpochMs;
}

export interface RemovedDraft {
	readonly key: string;
	readonly text: string;
	readonly fileIds: readonly string[];
}

/** What a page asks once; every call answers. */
export interface Calls {
	/** At which ticket this window is, for others to see. */
	readonly beHere: (here: Here | null) => null;
	/** Judged by the lifecycle, written strict to the outbox, then answered: `ok` means saved. */
	readonly create: (ticket: NewTicket) => Result<{ readonly ticketId: string; readonly intentId: string }>;
	readonly edit: (edit: TicketEdit) => Result<{ readonly intentId: string }>;
	/** What an edit would make of each of these, or why not: nothing is written. */
	readonly previewBulk: (params: {
		readonly ticketIds: readonly string[];
		readonly edit: BulkEdit;
	}) => BulkPreview;
	/** Judged once more, then written in one step: all that can be done, as one act. */
	readonly applyBulk: (params: {
		readonly ticketIds: readonly string[];
		readonly edit: BulkEdit;
	}) => Result<BulkApplied>;
	/**
	 * Takes back one edit, or all that one act made, by further edits: what others have changed since stays
	 * theirs.
	 */
	readonly takeBack: (intentOrBatchId: string) => Result<BatchUndone>;
	/** The ids of some rows of a view, in its order. */
	readonly idsOf: (params: { readonly query: ViewQuery; readonly window: ViewWindow }) => readonly string[];
	readonly indexOf: (params: { readonly query: ViewQuery; readonly ticketId: string }) => number | null;
	/** Begins the whole view as CSV text, RFC 4180; `null` where nothing is here. Another one ends it. */
	readonly beginCsv: (params: {
		readonly query: ViewQuery;
		readonly columns: readonly string[];
	}) => { readonly exportId: string; readonly total: number; readonly head: string } | null;
	/** Its next records; `done` of all rows were looked at by now. `null` where it was ended. */
	readonly nextCsv: (exportId: string) => {
		readonly text: string;
		readonly rows: number;
		readonly done: number;
		readonly isLast: boolean;
	} | null;
	/** For the palette: the best tickets for what was typed. */
	readonly findTickets: (params: { readonly text: string; readonly limit: number }) => readonly QueueRow[];
	readonly findPeople: (params: { readonly text: string; readonly limit: number }) => readonly Person[];
	readonly findCis: (params: { readonly text: string; readonly limit: number }) => readonly Ci[];
	/** All that tickets have, the one most used first. */
	readonly listTags: () => readonly TagInUse[];
	readonly retryIntent: (intentId: string) => null;
	/** Answers the intent, so that it can be put back. */
	readonly discardIntent: (intentId: string) => Intent | null;
	readonly restoreIntent: (intent: Intent) => null;
	/** The same for many that one act made, each in one step. */
	readonly retryAll: (intentIds: readonly string[]) => null;
	readonly discardAll: (intentIds: readonly string[]) => readonly Intent[];
	readonly restoreAll: (intents: readonly Intent[]) => null;
	/**
	 * Ends a conflict, for all fields alike or field by field: `mine` or mine of these is sent on top of
	 * theirs, which stands for the others. A note and what nobody disputes is sent in any case.
	 */
	readonly settleConflict: (params: {
		readonly intentId: string;
		readonly keep: "mine" | "theirs" | readonly TicketFieldName[];
	}) => null;
	/** Everything unsent as JSON text, drafts and files included. */
	readonly exportUnsent: () => string;
	/**
	 * Keeps the draft of one field; keys such as `ticket:<id>:comment`. Empty text removes it. `known` is what
	 * this page last loaded or saved. Answers what another window wrote into the same field meanwhile.
	 */
	readonly saveDraft: (draft: {
		readonly key: string;
		readonly text: string;
		readonly known: string | null;
	}) => OtherDraft | null;
	readonly loadDraft: (key: string) => { readonly text: string | null; readonly other: OtherDraft | null };
	/** Everything begun and not sent, the newest first. */
	readonly listDrafts: () => readonly KeptDraft[];
	/** Takes a draft away with its files, and answers what `restoreDraft` needs to put them back. */
	readonly removeDraft: (key: string) => RemovedDraft;
	readonly restoreDraft: (removed: RemovedDraft) => null;
	/** Keeps a file with a draft: judged, written strict, then answered. */
	readonly chooseFile: (file: {
		readonly draftKey: string;
		readonly name: string;
		readonly blob: Blob;
	}) => Result<Attachment>;
	readonly listFiles: (draftKey: string) => readonly Attachment[];
	readonly removeFile: (attachmentId: string) => null;
	/** A file's bytes, from here or from the desk; `null` where they can't be had now. */
	readonly readFile: (file: Pick<Attachment, "id" | "mediaType">) => Blob | null;
	/** The page signed in, out or acts as somebody else: ask the desk who it is now. */
	readonly refreshSession: () => Session | null;
	/** For how many months this workstation keeps tickets that ended; `null` for ever. */
	readonly readKept: () => number | null;
	readonly keepEnded: (months: number | null) => null;
	/** Try the desk now instead of waiting for the back-off. */
	readonly reconnect: () => null;
}
export type CallName = keyof Calls;

export type PageMessage =
	| { readonly type: "watch"; readonly watchId: number; readonly topic: Topic; readonly params: unknown }
	| { readonly type: "unwatch"; readonly watchId: number }
	| { readonly type: "call"; readonly callId: number; readonly name: CallName; readonly params: unknown }
	/** Answered by `pong`: a worker that hangs is replaced. */
	| { readonly type: "ping" };

export type WorkerMessage =
	| { readonly type: "payload"; readonly watchId: number; readonly payload: unknown }
	| { readonly type: "answer"; readonly callId: number; readonly value: unknown }
	| { readonly type: "failed"; readonly callId: number; readonly message: string }
	| { readonly type: "pong" }
	/** All is on disk, but much garbage is in memory: start a worker anew that reads it back. */
	| { readonly type: "renew" };
