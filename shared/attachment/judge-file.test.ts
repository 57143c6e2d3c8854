import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanFileName } from "./file-name.ts";
import { judgeFile } from "./judge-file.ts";
import { isSafeInline } from "./media-types.ts";

const MAX = 1_048_576;
const bytes = (text: string) => new TextEncoder().encode(text);
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0);

describe("a file's name", () => {
	it("loses its path, whichever way the slashes lean", () => {
		expect(cleanFileName("../../etc/passwd.txt")).toBe("passwd.txt");
		expect(cleanFileName("C:\\Users\\ada\\screen.png")).toBe("screen.png");
		expect(cleanFileName("..")).toBe("file");
		expect(cleanFileName("a/")).toBe("file");
	});

	it("loses what can't be seen and what turns the reading direction", () => {
		expect(cleanFileName("re\u0000po\nrt.pdf")).toBe("report.pdf");
		expect(cleanFileName("gnp.\u202egnp.txt")).toBe("gnp.gnp.txt");
	});

	it("is always a short name of one part, and cleaning it again changes nothing", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
				const clean = cleanFileName(name);
				expect(clean).toMatch(/^[^/\\\p{Cc}]{1,120}$/u);
				expect(cleanFileName(clean)).toBe(clean);
			}),
		);
	});

	it("keeps its ending when it is cut", () => {
		expect(cleanFileName(`${"a".repeat(300)}.png`)).toMatch(/^a{116}\.png$/);
	});
});

describe("a file", () => {
	it("is taken when its content is what its name says", () => {
		expect(judgeFile({ name: "a/Screen.PNG", sizeBytes: 10, head: PNG }, MAX)).toEqual({
			ok: true,
			value: { name: "Screen.PNG", mediaType: "image/png" },
		});
		const log = { name: "boot.log", sizeBytes: 5, head: bytes("ready") };
		expect(judgeFile(log, MAX)).toMatchObject({ value: { mediaType: "text/plain" } });
	});

	it("is refused when it is empty, too large, or of a kind that may hold scripts or programs", () => {
		const judge = (name: string, sizeBytes = 10) => judgeFile({ name, sizeBytes, head: PNG }, MAX);
		expect(judge("a.png", 0)).toMatchObject({ error: { code: "attachment_empty" } });
		expect(judge("a.png", MAX)).toMatchObject({ ok: true });
		expect(judge("a.png", MAX + 1)).toMatchObject({
			error: { code: "attachment_too_large", message: "“a.png” is larger than 1 MB." },
		});
		for (const name of ["a.html", "a.svg", "a.exe", "a.js", "png", "a."]) {
			expect(judge(name)).toMatchObject({ error: { code: "attachment_type", path: "name" } });
		}
	});

	it("is refused when it only calls itself an image or a text", () => {
		const drawing = { name: "a.png", sizeBytes: 40, head: bytes("<svg onload='alert(1)'/>") };
		expect(judgeFile(drawing, MAX)).toMatchObject({ error: { code: "attachment_mismatch" } });
		const program = { name: "a.txt", sizeBytes: 40, head: Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3) };
		expect(judgeFile(program, MAX)).toMatchObject({ error: { code: "attachment_mismatch" } });
	});

	it("is drawn in place only where nothing in it can run", () => {
		for (const type of ["image/png", "application/pdf", "text/plain"]) expect(isSafeInline(type)).toBe(true);
		for (const type of ["image/svg+xml", "text/html", "application/zip"])
			expect(isSafeInline(type)).toBe(false);
	});
});
