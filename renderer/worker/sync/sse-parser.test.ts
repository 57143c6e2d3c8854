import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SseParser } from "./sse-parser.ts";

const STREAM =
	': hi\n\nevent: head\ndata: {"seq":1}\n\ndata: a\r\ndata: b\r\n\r\nid: 4\nevent: alive\ndata:x\n\n';
const EVENTS = [
	{ event: "head", data: '{"seq":1}' },
	{ event: "message", data: "a\nb" },
	{ event: "alive", data: "x" },
];

describe("an event stream", () => {
	it("gives the same events however it is cut", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: STREAM.length }), { maxLength: 12 }), (cuts) => {
				const parser = new SseParser();
				const places = [0, ...cuts.sort((one, other) => one - other), STREAM.length];
				const events = places.flatMap((place, index) =>
					parser.push(STREAM.slice(place, places[index + 1] ?? place)),
				);
				expect(events).toEqual(EVENTS);
			}),
		);
	});
});
