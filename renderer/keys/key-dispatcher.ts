import { enterDialog } from "./enter-dialog.ts";
import { isDialogOpen } from "./is-dialog-open.ts";
import { leaveField } from "./leave-field.ts";
import { matchKey, nameKey } from "./match-key.ts";
import { type ShortcutId, shortcutOf } from "./shortcuts.ts";
import { isTypedInSince, noteTyping } from "./typing-since.ts";

export type ShortcutHandlers = Readonly<Partial<Record<ShortcutId, () => void>>>;

const SEQUENCE_MS = 1_200;
/** A closed list of choices (a read-only combobox) and a radio button take no letters, so keys pass them by. */
const TYPING =
	"input:not([readonly], [type='radio'], [type='checkbox']), textarea, select, [contenteditable='true'], [aria-expanded='true'][readonly]";
/** Widgets with keys of their own. */
const OWN_KEYS = "[role='menu'], [role='listbox']";
/** Pressed by Enter and Space themselves. */
const PRESSABLE = "a[href], button, summary, input, [role='button'], [role='option']";

/** Gives each key press to the youngest page part that handles its shortcut. */
class KeyDispatcher {
	readonly #layers: { current: ShortcutHandlers }[] = [];
	#begun: { readonly name: string; readonly at: number } | null = null;
	#isSingleKeysOn = true;

	/** Single keys can be switched off, for those who dictate or press by accident (WCAG 2.1.4). */
	setSingleKeys(isOn: boolean): void {
		this.#isSingleKeysOn = isOn;
	}

	/** Adds handlers; they may be replaced through the layer until it is taken away. */
	add(layer: { current: ShortcutHandlers }): () => void {
		if (this.#layers.length === 0) {
			document.addEventListener("keydown", this.#handleKeyDown);
			document.addEventListener("keydown", enterDialog, { capture: true });
			document.addEventListener("keydown", leaveField, { capture: true });
			document.addEventListener("input", noteTyping, { capture: true });
		}
		this.#layers.push(layer);
		return () => {
			this.#layers.splice(this.#layers.indexOf(layer), 1);
			if (this.#layers.length > 0) return;
			document.removeEventListener("keydown", this.#handleKeyDown);
			document.removeEventListener("keydown", enterDialog, { capture: true });
			document.removeEventListener("keydown", leaveField, { capture: true });
			document.removeEventListener("input", noteTyping, { capture: true });
		};
	}

	readonly #handleKeyDown = (event: KeyboardEvent): void => {
		const name = event.defaultPrevented ? null : nameKey(event);
		if (name === null) return;
		const match = matchKey(name, this.#takeBegun(event.timeStamp));
		if (match.kind === "begun" && !isBusy(event.target)) {
			this.#begun = { name, at: event.timeStamp };
		}
		if (match.kind !== "found") return;
		const id = match.ids.find((candidate) => this.#isMeant(candidate, name, event.target));
		const handler = id && this.#findHandler(id);
		if (!handler) return;
		event.preventDefault();
		handler();
	};

	#takeBegun(now: number): string | null {
		const begun = this.#begun;
		this.#begun = null;
		return begun && now - begun.at < SEQUENCE_MS ? begun.name : null;
	}

	#isMeant(id: ShortcutId, name: string, target: EventTarget | null): boolean {
		if (!name.startsWith("Mod+") && !this.#isSingleKeysOn && name !== "Enter") return false;
		if (shortcutOf(id).isInFields) return true;
		if (id === "undo") return !isDialogOpen() && !isTypedInSince(target);
		if (isBusy(target)) return false;
		const isPress = name === "Enter" || name === "Space";
		return !(isPress && target instanceof Element && target.closest(PRESSABLE));
	}

	#findHandler(id: ShortcutId): (() => void) | undefined {
		return this.#layers.findLast((layer) => layer.current[id])?.current[id];
	}
}

function isBusy(target: EventTarget | null): boolean {
	if (isDialogOpen()) return true;
	return target instanceof Element && target.closest(`${TYPING}, ${OWN_KEYS}`) !== null;
}

export const keyDispatcher = new KeyDispatcher();
