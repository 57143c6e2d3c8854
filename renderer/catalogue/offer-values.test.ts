import { describe, expect, it } from "vitest";
import { type Offer, offerInputSchema } from "../../shared/request/offer.ts";
import { freeKey, offerValuesOf, readOfferValues } from "./offer-values.ts";

const OFFER: Offer = {
	id: "o1",
	version: 3,
	name: "Shirt",
	description: "With our name on it.",
	isActive: true,
	fields: [
		{ key: "f1", label: "Size", type: "choice", isRequired: true, choices: ["S", "M"] },
		{ key: "f2", label: "Since", type: "date", isRequired: false, choices: [] },
	],
	stages: [
		{
			name: "Lead",
			rule: "majority",
			approvers: [
				{ kind: "callersLead" },
				{ kind: "person", personId: "p1" },
				{ kind: "teamLeads", teamId: "t2" },
			],
		},
	],
	tasks: [{ shortDescription: "Print it", teamId: null }],
};

describe("the form of an offer", () => {
	it("gives back what it was filled with", () => {
		const { id: _, version: __, ...input } = OFFER;
		expect(readOfferValues(offerValuesOf(OFFER))).toEqual(input);
		expect(offerInputSchema.parse(readOfferValues(offerValuesOf(OFFER)))).toEqual(input);
	});

	it("reads choices between commas, each once, and only of a choice", () => {
		const values = offerValuesOf(OFFER);
		const [size, since] = values.fields;
		if (!size || !since) throw new Error("no fields");
		const fields = [
			{ ...size, choices: " S,, M , S" },
			{ ...since, choices: "S" },
		];
		const read = readOfferValues({ ...values, fields }).fields;
		expect(read.map(({ choices }) => choices)).toEqual([["S", "M"], []]);
	});

	it("finds keys that are free", () => {
		expect(freeKey("f", [{ key: "f1" }, { key: "f3" }])).toBe("f2");
	});
});
