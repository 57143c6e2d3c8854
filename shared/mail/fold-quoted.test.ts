import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldQuoted } from "./fold-quoted.ts";

const OWN = "It works again, thank you.\n\nCara";

describe("folding what a mail repeats", () => {
	it.each([
		[
			"an introduction",
			"On Tue, 3 Mar 2026 at 10:12, Service desk <desk@example.org> wrote:\n> Is it back?\n> ",
		],
		[
			"an introduction over two lines",
			"On Tue, 3 Mar 2026 at 10:12, Service desk\n<desk@example.org> wrote:\n\n> Is it back?",
		],
		["an introduction in German", "Am 03.03.26 um 10:12 schrieb Service desk:\n> Geht es wieder?"],
		["quotes alone", "> Is it back?\n>> earlier\n>\n> Ben"],
		["a signature below the quotes", "> Is it back?\n\n-- \nCara Holm\nRoom 12"],
		["Outlook’s divider", "-----Original Message-----\nFrom: Desk\nSent: Tuesday\n\nIs it back?"],
		[
			"Outlook’s headers",
			"From: Desk <desk@example.org>\nSent: Tuesday\nTo: Cara\nSubject: RE: x\n\nIs it back?",
		],
		[
			"Outlook’s rule",
			"________________________________\nVon: Desk\nGesendet: Dienstag\nBetreff: x\n\nGeht es?",
		],
	])("finds %s", (_, quoted) => {
		expect(foldQuoted(`${OWN}\n\n${quoted}`)).toEqual({ own: OWN, quoted: quoted.trim() });
	});

	it.each([
		["no quote at all", "The printer says:\nPC LOAD LETTER"],
		["answers between quotes", "> Which floor?\nThe third.\n> Since when?\nThis morning."],
		["a shell prompt and what came of it", "> ping host\nno answer\nSo it is down."],
		["a sentence that begins like an introduction", "On Monday nobody could print.\nStill so."],
		["one line like a header", "From: the third floor on, nothing works.\nPlease look."],
		["nothing but a quote", "> Is it back?\n> Ben"],
		["an empty text", ""],
	])("leaves %s", (_, text) => {
		expect(foldQuoted(text)).toEqual({ own: text, quoted: null });
	});

	it("drops nothing that anybody could read", () => {
		const line = fc.oneof(
			fc.constantFrom(
				"> quoted",
				">",
				"",
				"On Tue, 3 Mar 2026, Ben wrote:",
				"-- ",
				"From: Ben",
				"Sent: now",
				"To: me",
			),
			fc.string({ maxLength: 20 }),
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
				const text = lines.join("\n");
				const { own, quoted } = foldQuoted(text);
				const letters = (part: string): string => part.replaceAll(/\s/g, "");
				expect(letters(`${own}${quoted ?? ""}`)).toBe(letters(text));
			}),
		);
	});

	it("takes no longer for a text made to be slow", () => {
		const text = `${"On a ".repeat(2_000)}\n`.repeat(200);
		const begun = performance.now();
		foldQuoted(text);
		expect(performance.now() - begun).toBeLessThan(2_000);
	});
});
