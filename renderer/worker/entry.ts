import { config } from "zod";
import { makeCalls } from "./calls/calls.ts";
import { systemClock } from "./clock.ts";
import { Engine } from "./engine/engine.ts";
import { makeHttp } from "./http.ts";
import { makeJournalPort } from "./journal-port.ts";
import { openNoticeChannel } from "./notices/notice-channel.ts";
import { NoticeWatch } from "./notices/notice-watch.ts";
import type { PageMessage, WorkerMessage } from "./protocol.ts";
import { dexieCacheStores } from "./storage/dexie-cache-store.ts";
import { openOutboxStore } from "./storage/dexie-outbox-store.ts";
import { WatchHub } from "./topics/watch-hub.ts";
import { openWindowChannel } from "./windows/window-channel.ts";
import { webWriterLock } from "./windows/writer-lock.ts";

declare const self: DedicatedWorkerGlobalScope;

// The page's policy forbids making code from text, which zod would try first.
config({ jitless: true });

/** Fetching so many leaves hundreds of megabytes of garbage that an idle worker would not collect. */
const RENEW_FROM_TICKETS = 20_000;

const post = (message: WorkerMessage): void => self.postMessage(message);
const report = (error: unknown): void => console.error("data worker:", error);

const http = makeHttp({ origin: "" });
/** In the app the desk's address is its own background's, which keeps a journal for this workstation. */
const isApp = self.location.protocol === "app:";

const engine = new Engine({
	openOutbox: openOutboxStore,
	caches: dexieCacheStores,
	http,
	...(isApp ? { journal: makeJournalPort(http) } : {}),
	estimateRoom: () => self.navigator.storage.estimate(),
	channel: openWindowChannel(),
	lock: webWriterLock(self.navigator.locks),
	clock: systemClock,
	onTouched: (...aspects) => {
		hub.touch(...aspects);
		notices?.touch(...aspects);
	},
	onFailure: report,
	onFirstSync: (tickets) => {
		if (tickets >= RENEW_FROM_TICKETS) post({ type: "renew" });
	},
});
const hub = new WatchHub(engine.model, post, report);
/** The app tells by itself, also while no window is open. */
const notices = isApp
	? null
	: new NoticeWatch({
			model: engine.model,
			clock: systemClock,
			tell: openNoticeChannel(),
			onFailure: report,
		});
const calls = makeCalls(engine);
const started = engine.start().catch(report);

async function answer(message: Extract<PageMessage, { type: "call" }>): Promise<void> {
	const { callId, name, params } = message;
	try {
		await started;
		const call = calls[name] as (params: unknown) => unknown;
		post({ type: "answer", callId, value: await call(params) });
	} catch (error) {
		report(error);
		post({ type: "failed", callId, message: String(error) });
	}
}

self.onmessage = (event: MessageEvent<PageMessage>) => {
	const message = event.data;
	if (message.type === "ping") post({ type: "pong" });
	else if (message.type === "call") void answer(message);
	else hub.take(message);
};
self.addEventListener("online", () => engine.wake());
self.addEventListener("unhandledrejection", (event) => {
	event.preventDefault();
	report(event.reason);
});
