/** The first that fits names it: many browsers also name those that they descend from. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
	[/Electron\//, "Deskwatch"],
	[/Edg\//, "Edge"],
	[/OPR\//, "Opera"],
	[/Firefox\//, "Firefox"],
	[/Chrome\//, "Chrome"],
	[/Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
	[/Windows/, "Windows"],
	[/iPhone|iPad/, "iOS"],
	[/Mac OS X/, "macOS"],
	[/Android/, "Android"],
	[/CrOS/, "ChromeOS"],
	[/Linux/, "Linux"],
];

/** What a browser says it is, in words for a list: `Firefox on Linux`; `null` where it is none that we know. */
export function nameClient(userAgent: string | null): string | null {
	if (userAgent === null) return null;
	const nameIn = (names: typeof BROWSERS) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
	const browser = nameIn(BROWSERS);
	const system = nameIn(SYSTEMS);
	if (!browser) return null;
	return system ? `${browser} on ${system}` : browser;
}
