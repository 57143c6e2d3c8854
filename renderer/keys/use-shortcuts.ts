import { useEffect, useRef } from "react";
import { keyDispatcher, type ShortcutHandlers } from "./key-dispatcher.ts";

/** Handles shortcuts while the calling part is on screen; the youngest part wins. */
export function useShortcuts(handlers: ShortcutHandlers): void {
	const layer = useRef(handlers);
	useEffect(() => {
		layer.current = handlers;
	});
	useEffect(() => keyDispatcher.add(layer), []);
}
