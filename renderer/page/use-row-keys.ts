import { type RefObject, useRef } from "react";
import { useShortcuts } from "../keys/index.ts";

/** `j` and `k` go from row to row, `/` to the search: as in the queue. */
export function useRowKeys(): {
	readonly list: RefObject<HTMLDivElement | null>;
	readonly search: RefObject<HTMLInputElement | null>;
} {
	const list = useRef<HTMLDivElement>(null);
	const search = useRef<HTMLInputElement>(null);
	function step(by: 1 | -1): void {
		const links = [...(list.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
		const at = links.findIndex((link) => link.matches(":focus"));
		(at === -1 ? links[0] : links[at + by])?.focus();
	}
	useShortcuts({
		down: () => step(1),
		up: () => step(-1),
		filter: () => search.current?.focus(),
	});
	return { list, search };
}
