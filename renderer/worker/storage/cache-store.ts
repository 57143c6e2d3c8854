import type { ChangeKind } from "../../../shared/api/changes.ts";
import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import type { EpochMs } from "../../../shared/ticket/ticket.ts";
import type { ColumnSegment } from "../cache/column-segment.ts";

/** Where the cache stands; moves in the same transaction as what it speaks of. */
export interface CacheState {
	/** Names the layout; another one's cache is not read but built anew. */
	readonly format: string;
	readonly epoch: string;
	/** Made anew with every cache begun from nothing: another one has its rows in other places. */
	readonly instance: string;
	/** Everything up to this seq of the desk is in the cache. */
	readonly cursor: number;
	/** The desk's newest seq when it was asked last. */
	readonly head: number;
	/** Everything up to this seq is in segments; what came later is in the log. */
	readonly foldedTo: number;
	/** False until the first synchronisation was finished. */
	readonly isComplete: boolean;
	/** The desk's newest seq when this cache held nothing yet: up to it nothing need be buried. */
	readonly firstHead: number;
	/** What the person begins with is there, though the log's pages have only begun. */
	readonly hasWorkingSet: boolean;
	/** Tickets that ended, and were last touched, before this are not kept; 0 keeps all. */
	readonly endedFrom: number;
	/** More is wanted than is kept: ended tickets back to `to` are being fetched, `next` is where to go on. */
	readonly widening: { readonly to: number; readonly next: number } | null;
	/** Rises when rows were written outside the log's order: another window can't follow that, it reads anew. */
	readonly sideSteps: number;
	/** Names the definitions by which the clocks in the column segments were computed; others mean: anew. */
	readonly clocks: string;
}

/** One page of changes as the desk sent it, kept until it is folded into segments. */
export interface LogRecord {
	/** The cursor after it. */
	readonly cursor: number;
	/** `Change[]` as JSON. */
	readonly text: string;
}

/** Packed tickets, JSON each; `null` is a tombstone. */
export interface RowSegment {
	readonly index: number;
	readonly rows: readonly (string | null)[];
}

/** All things of one kind other than tickets, as JSON. */
export interface ThingsRecord {
	readonly kind: Exclude<ChangeKind, "ticket">;
	readonly text: string;
}

export interface HistoryRecord {
	readonly ticketId: string;
	readonly history: readonly HistoryEntry[];
	readonly alertIds: readonly string[];
	/** When it was last wanted: the oldest go first. */
	readonly usedAt: EpochMs;
}

/** A file of some ticket, kept to be read without the desk. */
export interface FileRecord {
	readonly id: string;
	readonly blob: Blob;
	readonly sizeBytes: number;
	/** When it was last wanted. */
	readonly usedAt: EpochMs;
}

/** All that is read at start, of one moment. */
export interface CacheSnapshot {
	readonly state: CacheState | null;
	/** By index. */
	readonly columns: readonly ColumnSegment[];
	readonly things: readonly ThingsRecord[];
	/** Oldest first. */
	readonly log: readonly LogRecord[];
}

/** One step of the cache: all of it or nothing. */
export interface CacheCommit {
	/** The cursor that must still be on disk: another writer would have moved it. */
	readonly expectedCursor: number;
	readonly state: CacheState;
	readonly log?: LogRecord;
	readonly rows?: readonly RowSegment[];
	readonly columns?: readonly ColumnSegment[];
	readonly things?: readonly ThingsRecord[];
	/** Removes log records up to this cursor. */
	readonly dropLogTo?: number;
}

/** Another window has written meanwhile: read again before writing. */
export class CursorMovedError extends Error {
	override readonly name = "CursorMovedError";
}

/** The disposable cache of one generation (desk epoch and person); IndexedDB or memory. */
export interface CacheStore {
	readonly load: () => Promise<CacheSnapshot>;
	/** What came after a cursor: of one moment. */
	readonly readLog: (
		after: number,
	) => Promise<{ readonly state: CacheState | null; readonly log: readonly LogRecord[] }>;
	/** @throws CursorMovedError */
	readonly commit: (commit: CacheCommit) => Promise<void>;
	readonly readRows: (index: number) => Promise<RowSegment | undefined>;
	readonly readHistory: (ticketId: string) => Promise<HistoryRecord | undefined>;
	readonly writeHistories: (histories: readonly HistoryRecord[]) => Promise<void>;
	/** Keeps the most recently used. */
	readonly trimHistories: (keep: number) => Promise<void>;
	readonly readFile: (id: string) => Promise<FileRecord | undefined>;
	readonly writeFile: (file: FileRecord) => Promise<void>;
	readonly removeFile: (id: string) => Promise<void>;
	readonly listFiles: () => Promise<readonly FileRecord[]>;
	readonly close: () => void;
}

/** Opens and removes generations by name. */
export interface CacheStores {
	readonly open: (name: string) => Promise<CacheStore>;
	readonly remove: (name: string) => Promise<void>;
	readonly names: () => Promise<readonly string[]>;
}

/** Whether a commit goes on from what is on disk. */
export function goesOn(onDisk: CacheState | null, { expectedCursor, state }: CacheCommit): boolean {
	return (onDisk?.cursor ?? 0) === expectedCursor && (onDisk === null || onDisk.instance === state.instance);
}
