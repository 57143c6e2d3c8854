import { useEffect } from "react";
import { appText } from "../text/en/app.ts";

/** What the window and its tab are called while a page is shown. */
export function useTitle(title: string): void {
	useEffect(() => {
		document.title = `${title} · ${appText.name}`;
	}, [title]);
}
