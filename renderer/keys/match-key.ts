import { SHORTCUT_IDS, type ShortcutId, shortcutOf } from "./shortcuts.ts";

/** What of a key press decides. */
export interface KeyPress {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
	readonly shiftKey: boolean;
}

/** A press in the notation of SHORTCUTS; `null` for one that can be no shortcut. */
export function nameKey(press: KeyPress): string | null {
	if (press.altKey || press.key === "Shift" || press.key === "Control" || press.key === "Meta") return null;
	const isLetter = /^\p{L}$/u.test(press.key);
	const base = press.key === " " ? "Space" : isLetter ? press.key.toLowerCase() : press.key;
	const shift = press.shiftKey && (isLetter || base.length > 1) ? "Shift+" : "";
	return `${press.ctrlKey || press.metaKey ? "Mod+" : ""}${shift}${base}`;
}

export type KeyMatch =
	| { readonly kind: "none" }
	/** The first half of a sequence: wait for the next press. */
	| { readonly kind: "begun" }
	| { readonly kind: "found"; readonly ids: readonly ShortcutId[] };

/** What a press means after the one before it, if that began a sequence. */
export function matchKey(name: string, before: string | null): KeyMatch {
	if (before !== null) {
		const ids = idsWith(`${before} ${name}`);
		if (ids.length > 0) return { kind: "found", ids };
	}
	const ids = idsWith(name);
	if (ids.length > 0) return { kind: "found", ids };
	const isBegin = SHORTCUT_IDS.some((id) => shortcutOf(id).keys.some((keys) => keys.startsWith(`${name} `)));
	return { kind: isBegin ? "begun" : "none" };
}

function idsWith(keys: string): readonly ShortcutId[] {
	return SHORTCUT_IDS.filter((id) => shortcutOf(id).keys.includes(keys));
}
