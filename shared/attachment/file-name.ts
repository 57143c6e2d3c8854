/** Longer names are cut, their ending kept. */
const MAX_LENGTH = 120;
const MAX_ENDING = 12;

/** Control characters, and those that turn the reading direction to make `exe.png` of `gnp.exe`. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A file's name as it is kept: the last part of a path, without what can't be seen; `file` where nothing is left. */
export function cleanFileName(name: string): string {
	const last = name.split(/[/\\]/).at(-1) ?? "";
	const seen = last
		.replace(UNSEEN, "")
		.replace(/^[\s.]+/, "")
		.trimEnd();
	return seen === "" ? "file" : shorten(seen).trimEnd();
}

/** What follows the last dot, in small letters; empty where there is none. */
export function fileEnding(name: string): string {
	const dot = name.lastIndexOf(".");
	return dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
}

function shorten(name: string): string {
	if (name.length <= MAX_LENGTH) return name;
	const ending = fileEnding(name);
	const tail = ending === "" || ending.length > MAX_ENDING ? "" : `.${ending}`;
	return `${name.slice(0, MAX_LENGTH - tail.length)}${tail}`;
}
