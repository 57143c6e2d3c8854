import { expect, test } from "vitest";
import { TOKENS, type TokenName } from "./tokens.ts";

/** Contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(first: string, second: string): number {
	const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
	return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(hex: string): number {
	const [red, green, blue] = [1, 3, 5].map((at) => {
		const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

const INK: readonly TokenName[] = [
	"text",
	"textDim",
	"accentText",
	"critical",
	"warning",
	"notice",
	"good",
	"unknown",
	"comment",
	"workNote",
];
const PAPER: readonly TokenName[] = ["ground", "surface", "raised", "hover", "selected"];
const ON_THEIR_OWN: readonly (readonly [TokenName, TokenName])[] = [
	["critical", "criticalSoft"],
	["warning", "warningSoft"],
	["good", "goodSoft"],
	["unknown", "unknownSoft"],
	["comment", "commentSoft"],
	["workNote", "workNoteSoft"],
	["text", "commentSoft"],
	["text", "workNoteSoft"],
	["textDim", "commentSoft"],
	["textDim", "workNoteSoft"],
	["onAccent", "accent"],
];

for (const theme of ["light", "dark"] as const) {
	test(`every ink is readable on every paper in the ${theme} theme`, () => {
		const pairs = [...INK.flatMap((ink) => PAPER.map((paper) => [ink, paper] as const)), ...ON_THEIR_OWN];
		const tooFaint = pairs.filter(([ink, paper]) => contrast(TOKENS[theme][ink], TOKENS[theme][paper]) < 4.5);
		expect(tooFaint).toEqual([]);
	});

	test(`edges of fields and the focus ring stand out in the ${theme} theme`, () => {
		for (const ink of ["lineStrong", "focus"] as const) {
			expect(contrast(TOKENS[theme][ink], TOKENS[theme].surface)).toBeGreaterThanOrEqual(3);
		}
	});
}
