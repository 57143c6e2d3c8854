const DIALOG = "[role='dialog'][aria-modal='true']";

/** While a dialog is open, keys that come before it has the focus are not for the page behind it. */
export function isDialogOpen(): boolean {
	return document.querySelector(DIALOG) !== null;
}

/** The one on top. */
export function openDialog(): HTMLElement | undefined {
	return [...document.querySelectorAll<HTMLElement>(DIALOG)].at(-1);
}
