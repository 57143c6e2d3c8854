import type { HistoryEntry } from "../api/tickets.ts";
import { stateName } from "../ticket/lifecycle.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { Telling } from "./tells-caller.ts";

/** What a caller reads: the newest first, nothing of the desk’s own work notes. */
export function composeText(
	ticket: Ticket,
	entry: HistoryEntry,
	{ telling, deskName }: { readonly telling: Exclude<Telling, null>; readonly deskName: string },
): string {
	const said = entry.note?.kind === "comment" ? entry.note.text : null;
	const parts = telling === "ended" ? [said, ...endingOf(ticket, entry)] : [said];
	const foot = [`-- `, deskName, `[${ticket.number}] Keep this number in the subject when you answer.`];
	return [...parts.filter((part) => part !== null && part !== ""), foot.join("\n")].join("\n\n");
}

function endingOf(ticket: Ticket, { changes }: HistoryEntry): readonly string[] {
	const at = (field: string): string => String(changes[field]?.to ?? "");
	const state = stateName(ticket.kind, Number(changes.state?.to));
	const code = at("closeCode");
	const head = `${ticket.number} is ${state.toLowerCase()}${code === "" ? "" : `: ${code}`}.`;
	return [head, at("closeNotes"), "If anything is left, answer this message."];
}
