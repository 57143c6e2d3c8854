import { Fragment } from "react";
import { keysText } from "../text/en/keys.ts";
import { type ShortcutId, shortcutOf } from "./shortcuts.ts";

/** The first keys of a shortcut as they stand on the keyboard. */
export function ShortcutKeys({ id }: { readonly id: ShortcutId }) {
	const [first = ""] = shortcutOf(id).keys;
	return <Keys keys={first} />;
}

/** The same as text, for where only text can stand. */
export function keysOf(id: ShortcutId): string {
	const [first = ""] = shortcutOf(id).keys;
	return first
		.split(" ")
		.map((part) => part.split("+").map(keysText.key).join("+"))
		.join(` ${keysText.andThen} `);
}

/** Keys in the notation of SHORTCUTS, drawn. */
export function Keys({ keys }: { readonly keys: string }) {
	return keys.split(" ").map((part, index) => (
		<Fragment key={part}>
			{index > 0 ? ` ${keysText.andThen} ` : null}
			{part.split("+").map((key) => (
				<kbd key={key}>{keysText.key(key)}</kbd>
			))}
		</Fragment>
	));
}
