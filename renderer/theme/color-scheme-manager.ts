import type { MantineColorScheme, MantineColorSchemeManager } from "@mantine/core";
import { readPreference, watchPreference, writePreference } from "../preferences/index.ts";

function isColorScheme(value: unknown): value is MantineColorScheme {
	return value === "light" || value === "dark" || value === "auto";
}

let stopWatching: () => void = () => undefined;

/** Remembers the chosen theme on this workstation and follows other windows. */
export const colorSchemeManager: MantineColorSchemeManager = {
	get: (fallback) => {
		const kept = readPreference("theme");
		return isColorScheme(kept) ? kept : fallback;
	},
	set: (value) => writePreference("theme", value),
	subscribe: (onUpdate) => {
		stopWatching = watchPreference("theme", (value) => {
			if (isColorScheme(value)) onUpdate(value);
		});
	},
	unsubscribe: () => stopWatching(),
	clear: () => writePreference("theme", null),
};
