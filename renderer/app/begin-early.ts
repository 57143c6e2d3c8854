import { windowClient } from "../data/index.ts";

/**
 * Begins at once what the first screen will wait for: the data worker reads the cache and the
 * console's code is on its way while the theme is still being made. A wall needs neither.
 */
export function beginEarly(path: string): void {
	if (path.startsWith("/wall")) return;
	windowClient();
	void import("./console.tsx");
}
