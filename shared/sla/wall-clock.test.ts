import { describe, expect, it } from "vitest";
import { makeWallClock } from "./wall-clock.ts";

const at = (zone: string, local: string): string =>
	new Date(makeWallClock(zone).toEpoch(Date.parse(`${local}Z`))).toISOString();

describe("a wall clock", () => {
	it("names moments in summer and winter time", () => {
		expect(at("Europe/Berlin", "2016-02-29T12:00")).toBe("2016-02-29T11:00:00.000Z");
		expect(at("Europe/Berlin", "2016-04-20T12:00")).toBe("2016-04-20T10:00:00.000Z");
		expect(at("America/New_York", "2016-04-20T12:00")).toBe("2016-04-20T16:00:00.000Z");
		expect(at("Asia/Kathmandu", "2016-04-20T12:00")).toBe("2016-04-20T06:15:00.000Z");
	});

	it("takes the first of an hour that happens twice, east and west of Greenwich", () => {
		expect(at("Europe/Berlin", "2016-10-30T02:30")).toBe("2016-10-30T00:30:00.000Z");
		expect(at("America/New_York", "2016-11-06T01:30")).toBe("2016-11-06T05:30:00.000Z");
	});

	it("lands just after a change that skips the hour", () => {
		expect(at("Europe/Berlin", "2016-03-27T02:30")).toBe("2016-03-27T01:30:00.000Z");
		expect(at("America/New_York", "2016-03-13T02:30")).toBe("2016-03-13T07:30:00.000Z");
	});

	it("keeps to the hour on both sides of a change", () => {
		expect(at("Europe/Berlin", "2016-03-27T01:59")).toBe("2016-03-27T00:59:00.000Z");
		expect(at("Europe/Berlin", "2016-03-27T03:00")).toBe("2016-03-27T01:00:00.000Z");
		expect(at("Europe/Berlin", "2016-10-30T03:00")).toBe("2016-10-30T02:00:00.000Z");
	});
});
