import { windowClient } from "../data/index.ts";

/**
 * Begins at once what the first screen will wait for: the data worker reads the cache, and the queue's
 * code is on its way, while the frame is still being drawn. A wall needs neither.
 */
export function beginEarly(path: string): void {
	if (path.startsWith("/wall")) return;
	windowClient();
	void import("./console.tsx");
	if (path === "/" || path.startsWith("/queues")) void import("../queue/index.ts");
	if (path.startsWith("/tickets/")) void import("../ticket/index.ts");
}
