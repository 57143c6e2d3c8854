import { useLayoutEffect, useRef } from "react";
import { keyDispatcher, type ShortcutHandlers } from "./key-dispatcher.ts";

/** Handles shortcuts from the moment the calling part is on screen; the youngest part wins. */
export function useShortcuts(handlers: ShortcutHandlers): void {
	const layer = useRef(handlers);
	useLayoutEffect(() => {
		layer.current = handlers;
	});
	useLayoutEffect(() => keyDispatcher.add(layer), []);
}
