export { keysOf, ShortcutKeys } from "./shortcut-keys.tsx";
export type { ShortcutId } from "./shortcuts.ts";
export { ShortcutsOverlay } from "./shortcuts-overlay.tsx";
export { useShortcuts } from "./use-shortcuts.ts";
