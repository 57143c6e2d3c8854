import type { KeyboardEvent } from "react";

/** For a form's `onKeyDown`: Ctrl + Enter sends it from any of its fields, also from one of several lines. */
export function submitByKey(event: KeyboardEvent<HTMLFormElement>): void {
	if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
	event.preventDefault();
	event.currentTarget.requestSubmit();
}
