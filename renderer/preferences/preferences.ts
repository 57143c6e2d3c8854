/**
 * Small choices of this workstation (theme, pane widths): never data, never secrets.
 * The one owner of `localStorage`, which a browser may refuse: then choices last as long as the page.
 */
export type PreferenceName =
	| "theme"
	| "wall.theme"
	| "wall.was-let-in"
	| "setup.was-done"
	| "queue.preview-open"
	| "queue.preview-width"
	| "queue.view"
	| "queue.list-open"
	| "queue.columns"
	| "workload.team"
	| "workload.days"
	| "keys.single"
	| "drafts.dismissed";
export type PreferenceValue = string | number | boolean | null;

const PREFIX = "deskwatch.";
const unsaved = new Map<PreferenceName, PreferenceValue>();

export function readPreference(name: PreferenceName): PreferenceValue {
	const held = unsaved.get(name);
	if (held !== undefined) return held;
	try {
		return parse(localStorage.getItem(PREFIX + name));
	} catch {
		// Storage is switched off: there is nothing to remember.
		return null;
	}
}

export function writePreference(name: PreferenceName, value: PreferenceValue): void {
	try {
		if (value === null) localStorage.removeItem(PREFIX + name);
		else localStorage.setItem(PREFIX + name, JSON.stringify(value));
	} catch {
		// Storage is off or full: the choice still holds in this page.
		unsaved.set(name, value);
	}
}

/** Hears what other windows chose. */
export function watchPreference(
	name: PreferenceName,
	onChange: (value: PreferenceValue) => void,
): () => void {
	function handleStorage(event: StorageEvent): void {
		if (event.key === PREFIX + name) onChange(parse(event.newValue));
	}
	window.addEventListener("storage", handleStorage);
	return () => window.removeEventListener("storage", handleStorage);
}

function parse(text: string | null): PreferenceValue {
	if (text === null) return null;
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
			? value
			: null;
	} catch {
		// Written by hand or by another program: as good as never chosen.
		return null;
	}
}
