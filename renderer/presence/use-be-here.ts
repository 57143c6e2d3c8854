import { useEffect } from "react";
import type { Here } from "../../shared/api/presence.ts";
import { callWorker } from "../data/index.ts";

/** So long after the last letter nobody types any more. */
const TYPING_FOR_MS = 5_000;

/** Who goes through tickets by key, or types at a list, looks at none of them: the worker hears nothing of it. */
const SETTLE_MS = 100;

let here: Here | null = null;
let settling: ReturnType<typeof setTimeout> | undefined;
let typingTimer: ReturnType<typeof setTimeout> | undefined;

/** Tells the others who work at this desk that this ticket is on the screen, for as long as it is. */
export function useBeHere(ticketId: string): void {
	useEffect(() => {
		be({ ticketId, doing: "looks" });
		document.addEventListener("visibilitychange", tell);
		return () => {
			document.removeEventListener("visibilitychange", tell);
			be(null);
		};
	}, [ticketId]);
}

/** Something was typed on the ticket's page. */
export function noteTyping(ticketId: string): void {
	const isNew = here?.ticketId === ticketId && here.doing !== "types";
	if (isNew) be({ ticketId, doing: "types" });
	if (here?.ticketId !== ticketId) return;
	clearTimeout(typingTimer);
	typingTimer = setTimeout(() => be({ ticketId, doing: "looks" }), TYPING_FOR_MS);
}

function be(next: Here | null): void {
	clearTimeout(typingTimer);
	here = next;
	clearTimeout(settling);
	settling = setTimeout(tell, SETTLE_MS);
}

/** A window that is covered or minimised shows nobody anything. */
function tell(): void {
	void callWorker("beHere", document.visibilityState === "hidden" ? null : here);
}
