/** What a colour is for; features name the purpose, never the colour. */
export type TokenName = keyof typeof LIGHT_TOKENS;

const LIGHT_TOKENS = {
	/** Behind everything. */
	ground: "#f6f7f9",
	/** Lists, pages, fields. */
	surface: "#ffffff",
	/** Menus, dialogs, the row under the pointer. */
	raised: "#ffffff",
	hover: "#f0f2f6",
	/** The chosen row. */
	selected: "#e7edfc",
	line: "#e3e6ec",
	/** Around things that can be typed into or pressed. */
	lineStrong: "#868e9c",
	text: "#1b1f27",
	textDim: "#545c6b",
	accent: "#2f4fb5",
	accentText: "#2a49ab",
	onAccent: "#ffffff",
	focus: "#2f4fb5",
	/** Critical, breached, down, failed. */
	critical: "#b3202c",
	criticalSoft: "#fdecec",
	/** High, due soon, degraded, offline. */
	warning: "#93500a",
	warningSoft: "#fdf1df",
	/** Moderate. */
	notice: "#6b5900",
	/** Up, resolved, live. */
	good: "#1e6b3c",
	goodSoft: "#e6f4ea",
	unknown: "#5d5470",
	unknownSoft: "#efecf5",
	/** A comment: the caller sees it. */
	comment: "#1d5fa6",
	commentSoft: "#eaf3fd",
	/** A work note: internal. */
	workNote: "#7a5200",
	workNoteSoft: "#fdf5d9",
} as const;

const DARK_TOKENS: Readonly<Record<TokenName, string>> = {
	ground: "#111317",
	surface: "#17191e",
	raised: "#20232a",
	hover: "#1f2229",
	selected: "#232d4a",
	line: "#2a2e37",
	lineStrong: "#6f7786",
	text: "#e4e7ec",
	textDim: "#a0a8b6",
	accent: "#3d5fd0",
	accentText: "#98b1ff",
	onAccent: "#ffffff",
	focus: "#98b1ff",
	critical: "#ff8f92",
	criticalSoft: "#3a1c20",
	warning: "#f2b263",
	warningSoft: "#362714",
	notice: "#d8c25a",
	good: "#7fce9a",
	goodSoft: "#16301f",
	unknown: "#c0b3e0",
	unknownSoft: "#2a2538",
	comment: "#8cc0f7",
	commentSoft: "#16273a",
	workNote: "#e6c35c",
	workNoteSoft: "#2f2812",
};

/** Every colour of the console, by theme and purpose. */
export const TOKENS = { light: LIGHT_TOKENS, dark: DARK_TOKENS } as const;

/** The tokens of one theme as CSS variables: `textDim` is `--dw-text-dim`. */
export function tokenVariables(theme: keyof typeof TOKENS): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(TOKENS[theme]).map(([name, value]) => [`--dw-${kebab(name)}`, value]),
	);
}

function kebab(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
