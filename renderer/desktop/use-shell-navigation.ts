import { useEffect } from "react";
import { useLocation } from "wouter";
import { shellBridge } from "./shell-bridge.ts";

/** Follows the app's menu, its notifications and deep links to the page they ask for. */
export function useShellNavigation(): void {
	const [, navigate] = useLocation();
	useEffect(() => shellBridge()?.onNavigate((path) => navigate(path)), [navigate]);
}
