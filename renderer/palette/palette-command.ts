import type { ShortcutId } from "../keys/index.ts";

/** One line of the palette. */
export interface PaletteCommand {
	readonly id: string;
	readonly label: string;
	readonly run: () => void;
	readonly shortcut?: ShortcutId;
}

/** The commands that have every typed word somewhere in them, those that begin with it first. */
export function findCommands(commands: readonly PaletteCommand[], query: string): readonly PaletteCommand[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	const found = commands.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
	const first = words[0];
	if (first === undefined) return found;
	const rank = ({ label }: PaletteCommand) => (label.toLowerCase().startsWith(first) ? 0 : 1);
	return found.toSorted((one, other) => rank(one) - rank(other));
}

/** Whether what was typed is how a command begins. */
export function beginsWith(command: PaletteCommand | undefined, query: string): boolean {
	const typed = query.trim().toLowerCase();
	return typed !== "" && command?.label.toLowerCase().startsWith(typed) === true;
}
