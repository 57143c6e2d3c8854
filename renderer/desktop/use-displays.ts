import { useEffect, useState } from "react";
import type { DisplayChoice } from "../../shared/bridge.ts";
import { shellBridge } from "./shell-bridge.ts";

const NONE: readonly DisplayChoice[] = [];

/** The displays that the wall can fill; none in a browser. Asked for again whenever the window is used again. */
export function useDisplays(): readonly DisplayChoice[] {
	const [displays, setDisplays] = useState(NONE);
	useEffect(() => {
		const bridge = shellBridge();
		if (!bridge) return;
		const ask = (): void => void bridge.listDisplays().then(setDisplays);
		ask();
		window.addEventListener("focus", ask);
		return () => window.removeEventListener("focus", ask);
	}, []);
	return displays;
}
