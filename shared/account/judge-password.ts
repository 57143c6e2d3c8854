import type { Refusal } from "../result.ts";
import { COMMON_PASSWORDS } from "./common-passwords.ts";

/** NIST SP 800-63B, 3.1.1: length counts, rules about kinds of characters do not. */
export const PASSWORD_LIMITS = { shortest: 10, longest: 1_000 } as const;

/** Of the characters typed, fewer different ones than this are one key held down. */
const FEWEST_DIFFERENT = 4;
/** What is left of a password beside a name or a well-known word must still be this long. */
const LEAST_OWN = 6;
/** Shorter parts of a name are in too many words. */
const SHORTEST_NAME_PART = 4;

const ROWS = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "asdfghjkl"];

/**
 * Why a password is too easily guessed; `null` where it is not. `names` are the person's sign-in name, name
 * and address: what is made of them is what is tried first.
 */
export function judgePassword(password: string, names: readonly (string | null)[]): Refusal | null {
	const letters = [...password.normalize("NFC")];
	const { shortest, longest } = PASSWORD_LIMITS;
	if (letters.length < shortest)
		return refusal("password_too_short", `A password needs at least ${shortest} characters.`);
	if (letters.length > longest)
		return refusal("password_too_long", `A password has at most ${longest} characters.`);
	const plain = password.normalize("NFKC").toLowerCase();
	if (new Set(plain).size < FEWEST_DIFFERENT || isRun(plain))
		return refusal("password_too_simple", "This password is one pattern: choose one that can’t be guessed.");
	if (isMostly(plain, COMMON_PASSWORDS))
		return refusal("password_common", "This password is among the first that are guessed: choose another.");
	if (isMostly(plain, partsOf(names)))
		return refusal("password_is_name", "This password is made of your own name: choose another.");
	return null;
}

function refusal(code: string, message: string): Refusal {
	return { code, message, path: "newPassword" };
}

/** Keys in a row, forwards or backwards, perhaps several times: `1234567890`, `qwertyqwerty`. */
function isRun(plain: string): boolean {
	const period = [3, 4, 5, 6, 7, 8].find(
		(length) => plain === repeatTo(plain.slice(0, length), plain.length),
	);
	const unit = period === undefined ? plain : plain.slice(0, period);
	const backwards = [...unit].reverse().join("");
	return ROWS.some((row) => `${row}${row}`.includes(unit) || `${row}${row}`.includes(backwards));
}

function repeatTo(unit: string, length: number): string {
	return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** Whether hardly anything is left once the words are taken out: `Password2026!`. */
function isMostly(plain: string, words: readonly string[]): boolean {
	const readable = plain.replace(/[013457@$]/g, (sign) => LOOKS_LIKE[sign] ?? sign);
	return [plain, readable].some((text) => {
		const own = words
			.toSorted((one, other) => other.length - one.length)
			.reduce((left, word) => left.replaceAll(word, ""), text);
		return own.length < text.length && own.length < LEAST_OWN;
	});
}

const LOOKS_LIKE: Readonly<Record<string, string>> = {
	"0": "o",
	"1": "i",
	"3": "e",
	"4": "a",
	"5": "s",
	"7": "t",
	"@": "a",
	$: "s",
};

function partsOf(names: readonly (string | null)[]): readonly string[] {
	const whole = names.flatMap((name) => (name === null ? [] : [name.normalize("NFKC").toLowerCase()]));
	const parts = whole.flatMap((name) => [name.replace(/\s+/g, ""), ...name.split(/[\s.@_-]+/)]);
	return parts.filter((part) => part.length >= SHORTEST_NAME_PART);
}
