import { describe, expect, it } from "vitest";
import type { Article } from "../../../shared/knowledge/article.ts";
import { findArticles, suggestArticles } from "./rank-articles.ts";

const made = (name: string, text: string): Article => ({
	id: crypto.randomUUID(),
	version: 1,
	name,
	text,
	audience: { kind: "everybody" },
	reviewAt: null,
	ticketId: null,
	ownerId: "ada",
	editedById: "ada",
	editedAt: 0,
	helpful: 0,
	unhelpful: 0,
});
const PRINTER = made("Printer prints blank pages", "Open the cover, take the tape off the toner.");
const VPN = made(
	"VPN does not connect",
	"The certificate has run out. Request another; the old printer list helps.",
);
const CAFE = made("Wi-Fi in the café", "The password changes on Mondays.");
const ALL = [PRINTER, VPN, CAFE];

describe("articles", () => {
	it("are found by words and parts of words, whatever their order and marks, those with them in the name first", () => {
		expect(findArticles(ALL, "print")).toEqual([PRINTER, VPN]);
		expect(findArticles([VPN, PRINTER], "PRINT")).toEqual([PRINTER, VPN]);
		expect(findArticles(ALL, "cafe wi-fi")).toEqual([CAFE]);
		expect(findArticles(ALL, "cert")).toEqual([VPN]);
		expect(findArticles(ALL, "nothing of this")).toEqual([]);
		expect(findArticles(ALL, " ")).toEqual(ALL);
	});

	it("are suggested for what a subject says, the best first, and not for what they only touch", () => {
		expect(suggestArticles(ALL, "Printing gives blank page", 3)[0]).toBe(PRINTER);
		expect(suggestArticles(ALL, "my vpn", 3)).toEqual([VPN]);
		expect(suggestArticles(ALL, "The desk phone in meeting room seven is silent", 3)).toEqual([]);
		expect(suggestArticles(ALL, "", 3)).toEqual([]);
		expect(suggestArticles([], "printer", 3)).toEqual([]);
	});

	it("are suggested in under 20 ms where there are thousands", () => {
		const words = Array.from({ length: 3_000 }, (_, index) => `word${index.toString(36)}`);
		const many = Array.from({ length: 5_000 }, (_, index) =>
			made(
				`${words[index % 3_000]} ${words[(index * 7) % 3_000]}`,
				Array.from({ length: 60 }, (__, at) => words[(index * 13 + at * 31) % 3_000]).join(" "),
			),
		);
		suggestArticles(many, "word1 word2 word3", 3);
		const took = Array.from({ length: 9 }, () => {
			const from = performance.now();
			suggestArticles(many, "word1a word2b word3c word4 word5", 3);
			return performance.now() - from;
		}).sort((one, other) => one - other);
		// The middle of nine, three times over for a machine that does other things as well.
		expect(took[4]).toBeLessThan(60);
	});
});
