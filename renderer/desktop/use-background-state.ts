import { useEffect, useState } from "react";
import type { BackgroundState } from "../../shared/bridge.ts";
import { shellBridge } from "./shell-bridge.ts";

/** How the app's own background process is; `null` in a browser. */
export function useBackgroundState(): BackgroundState | null {
	const [state, setState] = useState<BackgroundState | null>(null);
	useEffect(() => shellBridge()?.onBackgroundState(setState), []);
	return state;
}
