/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";

/**
 * Keeps the console's files, so that it opens without a desk. Browser only: the app reads its files
 * from disk. It never touches `/api`: what the desk says is the data worker's business.
 */
declare const self: ServiceWorkerGlobalScope & {
	/** Filled in by the build with every file of `out/renderer`. */
	readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[];
};

const SKIP_WAITING = "skip-waiting";

self.addEventListener("activate", (event) => {
	// The page that installed the first worker must survive a reload offline, so take it over at once.
	event.waitUntil(self.clients.claim());
});

self.addEventListener("message", (event) => {
	// A newer worker waits until a person (or a wall) says so: files must not change under an open page.
	if (event.data === SKIP_WAITING) event.waitUntil(self.skipWaiting());
});

// Ahead of the precache's own listener: whoever calls `respondWith` first ends the event.
self.addEventListener("fetch", (event) => {
	const url = new URL(event.request.url);
	const isOurs = url.origin === self.location.origin && !/^\/api(\/|$)/.test(url.pathname);
	if (!isOurs || event.request.mode !== "navigate") return;
	event.respondWith(answerWithPage({ request: event.request, event, url }));
});

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false });
const answerWithPage = createHandlerBoundToURL("/index.html");
