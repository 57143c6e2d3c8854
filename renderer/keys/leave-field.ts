import { isDialogOpen } from "./is-dialog-open.ts";

/**
 * Escape leaves a field, so that the single keys hold again; an open list only closes, and a dialog
 * has its own way out. Listens before the field itself, which may close its list in the meantime.
 */
export function leaveField(event: KeyboardEvent): void {
	const { target } = event;
	if (event.key !== "Escape" || isDialogOpen()) return;
	if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
	if (target.getAttribute("aria-expanded") === "true") return;
	setTimeout(() => {
		if (!event.defaultPrevented && document.activeElement === target) target.blur();
	});
}
