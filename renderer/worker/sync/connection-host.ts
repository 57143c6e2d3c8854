import type { ChangePage } from "../../../shared/api/changes.ts";
import type { CheckFigures } from "../../../shared/api/checks.ts";
import type { Session } from "../../../shared/api/desk.ts";
import type { PresenceTelling } from "../../../shared/api/presence.ts";
import type { Result } from "../../../shared/result.ts";
import type { Clock } from "../clock.ts";
import type { Http, HttpFailure } from "../http.ts";
import type { SideScope } from "./side-pages.ts";

/** What one window knows of the desk and tells the others. */
export interface ConnectionStatus {
	readonly state: "connecting" | "live" | "catching-up" | "offline" | "signed-out" | "no-access";
	/** Changes still to come down. */
	readonly left: number;
	readonly offlineSince: number | null;
	readonly heardAt: number | null;
	/** 0–1 during a first synchronisation. */
	readonly firstSync: number | null;
}

export const CONNECTING: ConnectionStatus = {
	state: "connecting",
	left: 0,
	offlineSince: null,
	heardAt: null,
	firstSync: null,
};

/** What the connection needs of the window that writes. */
export interface ConnectionHost {
	readonly http: Http;
	/** Asks the desk who is asking; another person or epoch is another cache generation. */
	readonly refreshSession: (signal: AbortSignal) => Promise<Result<Session, HttpFailure>>;
	readonly cursor: () => number;
	readonly epoch: () => string | null;
	readonly isComplete: () => boolean;
	/** The newest place in the feed that was ever heard of. */
	readonly newestSeq: () => number;
	/** Takes what came after `since`; fails where the cache has not got that far. */
	readonly takePage: (page: ChangePage, since: number) => Promise<void>;
	/** What is to be fetched beside the log; `workingSince` is how far the working set has come. */
	readonly sideScope: (workingSince: number) => SideScope | null;
	/** False where the page is void: to be asked for again. */
	readonly takeSidePage: (page: ChangePage, kind: SideScope["kind"]) => Promise<boolean>;
	/** The query's part that says which of the log's pages are wanted. */
	readonly limitQuery: () => string;
	/** The cache is ahead of the desk: begin it anew. */
	readonly resync: () => Promise<void>;
	readonly onStatus: (status: ConnectionStatus) => void;
	/** The feed was opened, for the first time or again. */
	readonly onConnected: () => void;
	readonly onFigures: (figures: readonly CheckFigures[]) => void;
	readonly onPresence: (telling: PresenceTelling) => void;
	readonly clock: Clock;
	readonly random?: () => number;
}
