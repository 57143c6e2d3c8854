/** While a dialog is open, keys that come before it has the focus are not for the page behind it. */
export function isDialogOpen(): boolean {
	return document.querySelector("[role='dialog'][aria-modal='true']") !== null;
}
