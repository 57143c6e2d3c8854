import type { ChangeKind } from "../../../shared/api/changes.ts";
import type { Clock } from "../clock.ts";
import type { Http } from "../http.ts";
import type { JournalPort } from "../outbox/second-home.ts";
import type { CacheStores } from "../storage/cache-store.ts";
import type { OutboxStore } from "../storage/outbox-store.ts";
import type { WindowChannel } from "../windows/window-channel.ts";
import type { WriterLock } from "../windows/writer-lock.ts";
import type { Aspect } from "./model.ts";

/** The world one window lives in: disk, desk, other windows, clock. */
export interface EngineParts {
	readonly openOutbox: () => Promise<OutboxStore>;
	readonly caches: CacheStores;
	readonly http: Http;
	readonly channel: WindowChannel;
	readonly lock: WriterLock;
	readonly clock: Clock;
	/** Something a payload depends on changed. */
	readonly onTouched: (...aspects: readonly Aspect[]) => void;
	readonly onFailure: (error: unknown) => void;
	/** A whole desk was fetched and is on disk. */
	readonly onFirstSync?: (tickets: number) => void;
	/** This workstation's journal; only the app has one. */
	readonly journal?: JournalPort;
	/** How much of its room is used, as the browser sees it. */
	readonly estimateRoom?: () => Promise<{ readonly usage?: number; readonly quota?: number }>;
	readonly random?: () => number;
	/** Names what is made here: UUIDv7 unless a simulation has its own. */
	readonly makeId?: () => string;
}

export const ALL_ASPECTS: readonly Aspect[] = [
	"tickets",
	"names",
	"alerts",
	"checks",
	"definitions",
	"lifecycles",
	"views",
	"articles",
	"presence",
	"outbox",
	"sync",
	"session",
];

export const ASPECT_OF_KIND: { readonly [Kind in ChangeKind]: Aspect } = {
	ticket: "tickets",
	person: "names",
	team: "names",
	ci: "names",
	check: "checks",
	alert: "alerts",
	calendar: "definitions",
	policy: "definitions",
	changeSettings: "definitions",
	offer: "definitions",
	setting: "definitions",
	lifecycle: "lifecycles",
	view: "views",
	reply: "views",
	article: "articles",
};
