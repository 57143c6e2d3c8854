import { describe, expect, it } from "vitest";
import { parseCliOptions } from "./cli-options.ts";

const read = (line: string) => parseCliOptions(line.split(" ").filter((word) => word !== ""));
const refusal = (line: string) => {
	const result = read(line);
	return result.ok ? null : result.error.message;
};

describe("the command line", () => {
	it("serves a desk with sign-in on loopback when nothing is said", () => {
		expect(read("")).toEqual({
			ok: true,
			value: {
				host: "127.0.0.1",
				port: 4310,
				tls: null,
				dataDir: null,
				sampleTickets: null,
				importLog: null,
				attachmentBytes: null,
				isOpen: false,
			},
		});
	});

	it("reads --sample with and without a number, wherever it stands", () => {
		expect(read("--sample")).toMatchObject({ value: { sampleTickets: 2_000 } });
		expect(read("--sample --no-auth")).toMatchObject({ value: { sampleTickets: 2_000, isOpen: true } });
		expect(read("--sample 100000 --port 0")).toMatchObject({ value: { sampleTickets: 100_000, port: 0 } });
		expect(read("--sample=50")).toMatchObject({ value: { sampleTickets: 50 } });
	});

	it("reads an import with its moment and zone", () => {
		expect(read("--import log.csv.gz --as-of 2016-04-20T12:00 --zone Europe/Berlin")).toMatchObject({
			value: { importLog: { path: "log.csv.gz", asOf: "2016-04-20T12:00", zone: "Europe/Berlin" } },
		});
	});

	it("reads how large an attached file may be, in bytes", () => {
		expect(read("--attachment-mb 50")).toMatchObject({ value: { attachmentBytes: 52_428_800 } });
	});

	it.each([
		["--attachment-mb 201", /--attachment-mb 201/],
		["--colour", /--colour/],
		["log.csv", /log\.csv/],
		["--port 70000", /--port 70000/],
		["--port x", /--port x/],
		["--sample none", /--sample none/],
		["--sample 0", /--sample 0/],
		["--host 0.0.0.0", /certificate|--tls-cert/],
		["--host 0.0.0.0 --no-auth", /--no-auth/],
		["--host 10.0.0.1 --no-auth --tls-cert a --tls-key b", /--no-auth/],
		["--tls-cert a", /--tls-key/],
		["--as-of 2016-04-20T12:00", /--import/],
		["--import a --as-of yesterday", /--as-of yesterday/],
		["--import a --as-of 2016-02-30T12:00", /--as-of 2016-02-30/],
		["--import a --zone Mars/Olympus", /Mars/],
		["--import a --sample", /choose one/],
	])("refuses %s in one line that names it", (line, expected) => {
		expect(refusal(line)).toMatch(expected);
		expect(refusal(line)).not.toContain("\n");
	});
});
