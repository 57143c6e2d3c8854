import { describe, expect, it } from "vitest";
import { findConsoleFile } from "./console-file.ts";

const ROOT = "/app/out/renderer";

describe("findConsoleFile", () => {
	it("answers a file by its path", () => {
		expect(findConsoleFile(ROOT, "/assets/index-1.js")).toEqual({
			kind: "file",
			path: `${ROOT}/assets/index-1.js`,
		});
	});

	it.each(["/", "/queues/mine", "/tickets/INC0000042", "/wall"])("answers the page for %s", (pathname) => {
		expect(findConsoleFile(ROOT, pathname)).toEqual({ kind: "file", path: `${ROOT}/index.html` });
	});

	it.each([
		"/../main/index.js",
		"/..%2fmain%2findex.js",
		"/%2e%2e/main/index.js",
		"/assets/%2e%2e%2f%2e%2e%2fmain%2findex.js",
		"/..%5cmain%5cindex.js",
		"/index.html%00.js",
		"/%E0%A4%A.js",
		"/../renderer-secret/a.js",
	])("refuses %s", (pathname) => {
		expect(findConsoleFile(ROOT, pathname)).toEqual({ kind: "outside" });
	});

	it("keeps names that only begin with dots", () => {
		expect(findConsoleFile(ROOT, "/..well/known.json").kind).toBe("file");
	});
});
