import type { Attachment } from "../../../shared/api/attachments.ts";
import type { Session } from "../../../shared/api/desk.ts";
import type { Intent } from "../../../shared/api/intents.ts";
import type { Refusal } from "../../../shared/result.ts";
import type { FieldConflict } from "../../../shared/ticket/merge.ts";
import type { EpochMs, Ticket } from "../../../shared/ticket/ticket.ts";
import type { KeepEndedMonths } from "../cache/keep-limit.ts";
import type { FileStore } from "./file-store.ts";
import type { Happening } from "./happening.ts";
import type { DraftSave } from "./merge-draft.ts";

/**
 * `pending`: to be sent. `needs-you`: the desk refused it or both sides changed the same. `applied`: the
 * desk has it, some cache may not. `settled`: the cache on disk has it too; kept for a while, to be
 * offered again should the desk be restored from a backup.
 */
export type OutboxPhase = "pending" | "needs-you" | "applied" | "settled";

export interface OutboxConflict {
	readonly fields: readonly FieldConflict[];
	readonly byPersonId: string | null;
	readonly at: EpochMs;
}

/** One edit of one person on this workstation. */
export interface OutboxEntry {
	readonly id: string;
	readonly personId: string;
	/** Place in its lane; stays when an edit is sent anew under another id. */
	readonly order: number;
	readonly intent: Intent;
	readonly phase: OutboxPhase;
	/** The desk's ticket as it was when the edit was made: shows the edit even without a cache. */
	readonly seen: Ticket | null;
	/** `NEW-3`, for a ticket made here. */
	readonly provisionalNumber: string | null;
	readonly queuedAt: EpochMs;
	readonly attempts: number;
	readonly reason: Refusal | null;
	readonly conflict: OutboxConflict | null;
	readonly answer: OutboxAnswer | null;
	/** The files that the intent names, to be shown; absent where there are none. */
	readonly files?: readonly Attachment[];
	/** Those of them that the desk may not have: they go first, and the lane waits. */
	readonly waitsFor?: readonly string[];
}

export interface OutboxAnswer {
	readonly epoch: string;
	readonly seq: number;
	readonly revision: number;
	readonly number: string;
	readonly at: EpochMs;
}

export interface DraftRecord {
	readonly personId: string;
	readonly key: string;
	readonly text: string;
	readonly savedAt: EpochMs;
	/** The window that wrote it. */
	readonly windowId: string;
}

/** Single values that outlive every cache. */
export interface OutboxMeta {
	readonly session: Session | null;
	readonly deviceId: string;
	readonly clockOffsetMs: number;
	/** When the desk was last heard, by its clock, give or take a minute. */
	readonly syncedAt: number;
	/** How long this workstation keeps tickets that ended; `null` is for ever. */
	readonly keepEndedMonths: KeepEndedMonths;
	/** What went wrong with this device's storage and what was done about it, the newest first. */
	readonly happenings: readonly Happening[];
}

/** Numbers that only rise, in the same transaction as what uses them. */
export type CounterName = "order" | "provisional" | "fence" | "sign-in";

/** What a new entry takes from the store, in the transaction that writes it. */
export interface EntryNumbers {
	readonly order: number;
	/** Raised only where asked for, else 0. */
	readonly provisional: number;
}

/** Outbox, drafts and single values: written strict, one record each, never part of a cache. */
export interface OutboxStore {
	readonly readMeta: <Key extends keyof OutboxMeta>(key: Key) => Promise<OutboxMeta[Key] | undefined>;
	readonly writeMeta: <Key extends keyof OutboxMeta>(key: Key, value: OutboxMeta[Key]) => Promise<void>;
	readonly raise: (counter: CounterName) => Promise<number>;
	/** What a counter was raised to last. */
	readonly readCounter: (counter: CounterName) => Promise<number>;
	readonly files: FileStore;
	/** Writes a new entry made with the numbers it gets; files that it names leave their draft with it. */
	readonly add: (
		isProvisional: boolean,
		make: (numbers: EntryNumbers) => OutboxEntry,
	) => Promise<OutboxEntry>;
	/** Writes many edits of tickets that are there, one after the other, in one step: all of them or none. */
	readonly addAll: (
		makes: readonly ((numbers: EntryNumbers) => OutboxEntry)[],
	) => Promise<readonly OutboxEntry[]>;
	/** A person's entries of some phases, in their order; those that can't be read are left where they are. */
	readonly list: (personId: string, phases: readonly OutboxPhase[]) => Promise<readonly OutboxEntry[]>;
	/** Those of some ids that are still there, whatever their phase. */
	readonly read: (ids: readonly string[]) => Promise<readonly OutboxEntry[]>;
	/** Changes entries that are still there; `null` removes one. */
	readonly update: (
		ids: readonly string[],
		change: (entry: OutboxEntry) => OutboxEntry | null,
	) => Promise<void>;
	/** Puts one entry in place of another, or back. */
	readonly replace: (removeId: string | null, entry: OutboxEntry) => Promise<void>;
	/** What is there but can't be read, as it is: for the person to export. */
	readonly listUnreadable: (personId: string) => Promise<readonly unknown[]>;
	/** Puts back what was lost. Entries that are there stay as they are; those that a person removed stay removed. */
	readonly restore: (entries: readonly OutboxEntry[]) => Promise<readonly OutboxEntry[]>;
	/** Of these, the ones that a person removed. */
	readonly listRemoved: (ids: readonly string[]) => Promise<readonly string[]>;
	/** An empty text removes it; a text of another window that this one did not know of is kept beside it. */
	readonly saveDraft: (draft: DraftSave) => Promise<void>;
	readonly loadDraft: (personId: string, key: string) => Promise<DraftRecord | undefined>;
	readonly listDrafts: (personId: string) => Promise<readonly DraftRecord[]>;
	readonly close: () => void;
}
