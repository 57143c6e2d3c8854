import { NUMBER_PREFIX, TICKET_KINDS, type TicketKind } from "../../../shared/ticket/kinds.ts";

/** More than any counter, so that kinds never mix in an order by number. */
const KIND_STRIDE = 1e12;
/** Tickets the desk has not numbered come after all others. */
const PROVISIONAL_BASE = 8e15;
export const PROVISIONAL_PREFIX = "NEW-";

/** A ticket number as one number to sort and compare by: kind first, then its counter. */
export function numberKey(kind: TicketKind, number: string): number {
	const counter = counterOf(number);
	if (number.startsWith(PROVISIONAL_PREFIX)) return PROVISIONAL_BASE + counter;
	return TICKET_KINDS.indexOf(kind) * KIND_STRIDE + counter;
}

/** A key's counter, whatever its kind. */
export function counterOfKey(key: number): number {
	return key >= PROVISIONAL_BASE ? key - PROVISIONAL_BASE : key % KIND_STRIDE;
}

function counterOf(number: string): number {
	const digits = /\d{1,12}$/.exec(number);
	return digits ? Number(digits[0]) : 0;
}

/** Tests a number key against what somebody typed: `INC0000045`, `inc45`, `45`, `new-1`. */
export type NumberTest = (key: number) => boolean;

/** A number is padded to so many digits. */
export const NUMBER_DIGITS = 7;

const TYPED = /^([a-z]*)-?(\d{1,12})$/;

/** `null` where the word can't be the beginning of a ticket number. */
export function compileNumberTest(word: string): NumberTest | null {
	const typed = TYPED.exec(word);
	if (!typed) return null;
	const prefix = typed[1] ?? "";
	const digits = typed[2] ?? "";
	if (prefix === "new") return (key) => key >= PROVISIONAL_BASE && startsWith(key - PROVISIONAL_BASE, digits);
	const kinds = TICKET_KINDS.filter((kind) => NUMBER_PREFIX[kind].toLowerCase() === prefix);
	if (prefix !== "" && kinds.length === 0) return null;
	const kind = kinds[0] === undefined ? -1 : TICKET_KINDS.indexOf(kinds[0]);
	return (key) => {
		if (key >= PROVISIONAL_BASE) return false;
		const counter = key % KIND_STRIDE;
		if (kind >= 0 && (key - counter) / KIND_STRIDE !== kind) return false;
		return digits.startsWith("0")
			? startsPadded(counter, digits) || counter === Number(digits)
			: startsWith(counter, digits);
	};
}

/** Whether the counter written with seven digits begins with these, without writing it. */
function startsPadded(counter: number, digits: string): boolean {
	const rest = NUMBER_DIGITS - digits.length;
	if (rest < 0 || counter >= 10 ** NUMBER_DIGITS) return false;
	return Math.floor(counter / 10 ** rest) === Number(digits);
}

function startsWith(counter: number, digits: string): boolean {
	const typed = Number(digits);
	for (let low = typed, high = typed + 1; low <= counter; low *= 10, high *= 10) {
		if (counter < high) return true;
		if (low === 0) return false;
	}
	return false;
}
