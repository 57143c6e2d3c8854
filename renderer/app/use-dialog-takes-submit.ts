import { useEffect } from "react";

/**
 * Ctrl + Enter sends the form of an open dialog also in the moment before the focus has come to its first field:
 * who types faster than a busy machine draws must not press it in vain.
 */
export function useDialogTakesSubmit(): void {
	useEffect(() => {
		const send = (event: KeyboardEvent): void => {
			if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
			if (event.target instanceof Element && event.target.closest("form, textarea, input")) return;
			const dialog = [...document.querySelectorAll("[role='dialog'][aria-modal='true']")].at(-1);
			const form = dialog?.querySelector("form");
			if (!form) return;
			event.preventDefault();
			form.requestSubmit();
		};
		document.addEventListener("keydown", send);
		return () => document.removeEventListener("keydown", send);
	}, []);
}
