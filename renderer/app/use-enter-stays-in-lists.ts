import { useEffect } from "react";

/**
 * Enter in an open list chooses from it, or does nothing while none is marked: who types faster than the list
 * narrows must not send the form around it half filled.
 */
export function useEnterStaysInLists(): void {
	useEffect(() => {
		const keep = (event: KeyboardEvent): void => {
			if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !(event.target instanceof Element))
				return;
			if (event.target.matches("input[aria-haspopup='listbox'][aria-expanded='true']"))
				event.preventDefault();
		};
		document.addEventListener("keydown", keep);
		return () => document.removeEventListener("keydown", keep);
	}, []);
}
