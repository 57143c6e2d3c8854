import { type RefCallback, useRef } from "react";

/** The first thing of a row that can be filled in. */
const FIELD = "input:not([type='hidden']), textarea, select";

/**
 * The focus in a list of rows that come and go: who adds one is in its first field, who takes one away is at the
 * button that adds another, not back at the top of the page.
 */
export function useRowFocus() {
	const added = useRef<string | null>(null);
	const addButton = useRef<HTMLButtonElement>(null);
	return {
		addButton,
		/** Before the row is drawn. */
		added: (key: string): void => {
			added.current = key;
		},
		removed: (): void => addButton.current?.focus(),
		/** The `ref` of each row. */
		rowRef:
			(key: string): RefCallback<HTMLElement> =>
			(row) => {
				if (row === null || added.current !== key) return;
				added.current = null;
				row.querySelector<HTMLElement>(FIELD)?.focus();
			},
	} as const;
}
