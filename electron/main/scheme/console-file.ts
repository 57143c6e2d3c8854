import { join, normalize, sep } from "node:path";

/** A file of the built console, or the page that stands in for all of its addresses. */
export type ConsoleFile = { readonly kind: "file"; readonly path: string } | { readonly kind: "outside" };

const OUTSIDE: ConsoleFile = { kind: "outside" };

/**
 * The file that an address of the console names. Pages (`/queues/mine`) are `index.html`; what has an
 * ending is itself, so that a missing script is an error and not a page. Never leaves `root`.
 */
export function findConsoleFile(root: string, pathname: string): ConsoleFile {
	const decoded = decode(pathname);
	if (decoded === null || decoded.includes("\0") || decoded.includes("\\")) return OUTSIDE;
	const path = normalize(join(root, isPage(decoded) ? "index.html" : decoded));
	return path.startsWith(normalize(root) + sep) ? { kind: "file", path } : OUTSIDE;
}

function isPage(pathname: string): boolean {
	return !/\.\w+$/.test(pathname);
}

function decode(pathname: string): string | null {
	try {
		return decodeURIComponent(pathname);
	} catch {
		// A lone `%` is no path of ours.
		return null;
	}
}
