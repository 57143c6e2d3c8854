import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeFolder } from "./make-folder.ts";

let folder = "";

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "deskwatch-folder-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("makes all folders on the way, and none that is there", () => {
	const deep = join(folder, "one", "two", "three");
	makeFolder(deep);
	makeFolder(deep);
	expect(existsSync(deep)).toBe(true);
});

it("says what stands in the way", () => {
	writeFileSync(join(folder, "file"), "");
	expect(() => makeFolder(join(folder, "file", "desk"))).toThrow(/ENOTDIR/);
});

it.runIf(existsSync("/proc/self"))("comes back where a file system makes no folders", () => {
	expect(() => makeFolder("/proc/deskwatch/desk")).toThrow(/ENOENT/);
});
