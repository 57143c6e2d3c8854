import { screen } from "electron";
import type { DisplayChoice } from "../../../shared/bridge.ts";
import { shellText } from "../text.ts";

/** The displays connected now, as a person would name them. */
export function listDisplays(): readonly DisplayChoice[] {
	const primaryId = screen.getPrimaryDisplay().id;
	return screen.getAllDisplays().map(({ id, label, size, scaleFactor }, index) => {
		const width = Math.round(size.width * scaleFactor);
		const height = Math.round(size.height * scaleFactor);
		const words = shellText.display(index + 1, width, height);
		return { id, label: label ? `${words} · ${label}` : words, isPrimary: id === primaryId };
	});
}

/** Hears of every change of displays. */
export function onDisplaysChange(listener: () => void): void {
	screen.on("display-added", listener);
	screen.on("display-removed", listener);
	screen.on("display-metrics-changed", listener);
}
