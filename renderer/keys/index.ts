export { keysOf, ShortcutKeys } from "./shortcut-keys.tsx";
export type { ShortcutId } from "./shortcuts.ts";
export { ShortcutsOverlay } from "./shortcuts-overlay.tsx";
export { submitByKey } from "./submit-by-key.ts";
export { noteUndoable } from "./typing-since.ts";
export { useShortcuts } from "./use-shortcuts.ts";
