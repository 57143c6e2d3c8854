import { openDialog } from "./is-dialog-open.ts";

/**
 * A dialog's first field takes the focus a moment after it is drawn. Who types on at once means that field:
 * it gets the focus with the key, and the letter with it.
 */
export function enterDialog(): void {
	const dialog = openDialog();
	if (!dialog || dialog.contains(document.activeElement)) return;
	const chosen = dialog.querySelector<HTMLElement>("[data-autofocus]");
	(chosen ?? dialog.querySelector<HTMLElement>("input, textarea"))?.focus({ preventScroll: true });
}
