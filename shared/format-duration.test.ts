import { expect, it } from "vitest";
import { formatDuration } from "./format-duration.ts";

it("says a duration in its two largest units", () => {
	const said = [0, 400, 1_000, 59_600, 250_000, 7_200_000, 7_260_000, 90_061_000].map(formatDuration);
	expect(said).toEqual(["0 s", "0.4 s", "1 s", "1 min", "4 min 10 s", "2 h", "2 h 1 min", "1 d 1 h"]);
});
