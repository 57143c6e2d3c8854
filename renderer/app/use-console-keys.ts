import { useLocation } from "wouter";
import { useShortcuts } from "../keys/index.ts";
import { openPalette } from "../palette/index.ts";
import { undoLast } from "../ticket/index.ts";

/** The keys that hold on every page. */
export function useConsoleKeys(onShowKeys: () => void): void {
	const [, navigate] = useLocation();
	useShortcuts({
		palette: openPalette,
		help: onShowKeys,
		newIncident: () => navigate("/new"),
		newChange: () => navigate("/changes/new"),
		newStandardChange: () => navigate("/changes/standard"),
		newRequest: () => navigate("/new/request"),
		undo: () => void undoLast(),
		goHome: () => navigate("/home"),
		goQueues: () => navigate("/queues"),
		goMine: () => navigate("/queues/mine"),
		goAlerts: () => navigate("/alerts"),
		goServices: () => navigate("/services"),
		goChecks: () => navigate("/checks"),
		goChanges: () => navigate("/changes/calendar"),
		goSync: () => navigate("/sync"),
		goWorkload: () => navigate("/workload"),
		goKnowledge: () => navigate("/knowledge"),
		goSearch: () => navigate("/search"),
	});
}
