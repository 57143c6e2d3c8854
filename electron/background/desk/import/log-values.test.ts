import { describe, expect, it } from "vitest";
import { makeWallClock } from "../../../../shared/sla/wall-clock.ts";
import { readChoice, readMoment, readText } from "./log-values.ts";

const utc = makeWallClock("UTC");
const lisbon = makeWallClock("Europe/Lisbon");
const at = (text: string): number => Date.parse(`${text}Z`);

describe("the log's values", () => {
	it("takes a question mark and an empty field for nothing", () => {
		expect(["?", "", " ", " 55 "].map(readText)).toEqual([null, null, null, "55"]);
	});

	it("reads choices as numbers and as ServiceNow shows them", () => {
		expect(["2", "2 - Medium", "4", "high", ""].map((text) => readChoice(text, [1, 2, 3]))).toEqual([
			2,
			2,
			null,
			null,
			null,
		]);
	});

	it("reads times day first and year first, in the log's zone", () => {
		expect(readMoment("29/2/2016 01:16", utc)).toMatchObject({ value: at("2016-02-29T01:16") });
		expect(readMoment("2016-02-29 01:16:30", utc)).toMatchObject({ value: at("2016-02-29T01:16:30") });
		expect(readMoment("20/4/2016 12:00", lisbon)).toMatchObject({ value: at("2016-04-20T11:00") });
		expect(readMoment("?", utc)).toMatchObject({ ok: true, value: null });
	});

	it.each(["30/2/2016 10:00", "29/2/2015 10:00", "1/13/2016 10:00", "1/1/2016 24:00", "1/1/2016", "soon"])(
		"refuses %s",
		(text) => {
			expect(readMoment(text, utc)).toMatchObject({ ok: false });
		},
	);
});
