import { formatTicketNumber, type TicketKind } from "../../../shared/ticket/kinds.ts";
import { kindOfPrefix } from "../../../shared/ticket/known-lifecycles.ts";
import { getSetting, putSetting } from "./settings.ts";
import type { DeskTransaction } from "./store.ts";

const counterKey = (kind: TicketKind): string => `counter:${kind}`;

/** Gives out the next number of a kind. */
export async function takeNumber(tx: DeskTransaction, kind: TicketKind): Promise<string> {
	const counter = ((await getSetting<number>(tx, counterKey(kind))) ?? 0) + 1;
	await putSetting(tx, counterKey(kind), counter);
	return formatTicketNumber(kind, counter);
}

/** Makes sure that numbers up to `counter` are not given out again: for what brings its own numbers. */
export async function raiseCounter(tx: DeskTransaction, kind: TicketKind, counter: number): Promise<void> {
	const present = (await getSetting<number>(tx, counterKey(kind))) ?? 0;
	if (counter > present) await putSetting(tx, counterKey(kind), counter);
}

/** The number in its usual form from any that people type: `inc45`, `INC0000045`; `null` if it is none. */
export function normalizeTicketNumber(text: string): string | null {
	const match = /^([a-z]+)[\s-]?0*(\d{1,15})$/i.exec(text.trim());
	const kind = kindOfPrefix(match?.[1]?.toUpperCase() ?? "");
	return kind && match?.[2] ? formatTicketNumber(kind, Number(match[2])) : null;
}
