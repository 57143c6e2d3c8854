import type { CheckFigures } from "../../../shared/api/checks.ts";
import type { Session } from "../../../shared/api/desk.ts";
import type { Presence } from "../../../shared/api/presence.ts";
import type { ChosenFiles } from "../attachments/chosen-files.ts";
import type { KeptFiles } from "../attachments/kept-files.ts";
import type { TicketCache } from "../cache/ticket-cache.ts";
import type { Histories } from "../histories/histories.ts";
import type { Visits } from "../histories/visits.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Happening } from "../storage/happening.ts";
import { CONNECTING } from "../sync/connection-host.ts";
import type { ViewEngine } from "../views/view-engine.ts";
import type { WriterStatus } from "../windows/window-channel.ts";

/** What a payload depends on: it is made again when one of its aspects changed. */
export type Aspect =
	| "tickets"
	| "names"
	| "alerts"
	| "checks"
	| "figures"
	| "presence"
	| "definitions"
	| "lifecycles"
	| "views"
	| "articles"
	| "histories"
	| "outbox"
	| "sync"
	| "session"
	| "clock";

/** The cache generation in use, with everything that hangs on it. */
export interface OpenGeneration {
	readonly name: string;
	readonly cache: TicketCache;
	readonly views: ViewEngine;
	readonly outbox: Outbox;
	readonly histories: Histories;
	readonly visits: Visits;
	/** Files chosen here. */
	readonly chosenFiles: ChosenFiles;
	/** Files of tickets, as far as they can be read here. */
	readonly keptFiles: KeptFiles;
}

/** Everything this window knows; topics are made from it and from nothing else. */
export interface Model {
	/** False until the cache was read. */
	isStarted: boolean;
	session: Session | null;
	generation: OpenGeneration | null;
	isWriter: boolean;
	/** The writer's standing: one's own or as heard from it. */
	writer: WriterStatus;
	storage: "cache" | "memory";
	/** What is wrong with this window's storage. */
	problem: string | null;
	/** What happened to this device's storage, the newest first. */
	happenings: readonly Happening[];
	/** Histories are not kept: the room is for edits. */
	isSpaceShort: boolean;
	readonly figures: Map<string, CheckFigures>;
	/** Windows at tickets, as the desk last told; by person and window. */
	readonly presences: Map<string, Presence>;
	/** When the desk was last heard before this window began, by the desk's clock. */
	lastSyncedAt: number | null;
	readonly deskNow: () => number;
	/** A new id for a ticket or an intent. */
	readonly makeId: () => string;
}

export const UNKNOWN_WRITER: WriterStatus = {
	connection: CONNECTING,
	sendingIds: [],
	upload: null,
	trouble: null,
	clockOffsetMs: 0,
	problem: null,
};
