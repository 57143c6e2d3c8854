import { describe, expect, it } from "vitest";
import { describeTarget, matchesStatus, wantsRedirectItself } from "./target.ts";

describe("matchesStatus", () => {
	it("takes ranges and single codes, both ends included", () => {
		expect([199, 200, 299, 300, 401, 402].map((code) => matchesStatus("200-299,401", code))).toEqual([
			false,
			true,
			true,
			false,
			true,
			false,
		]);
	});
});

describe("wantsRedirectItself", () => {
	it("is so only where nothing but redirects is accepted", () => {
		expect(["301", "300-399", "200-399", "200,301"].map(wantsRedirectItself)).toEqual([
			true,
			true,
			false,
			false,
		]);
	});
});

describe("describeTarget", () => {
	it("leaves the password of a URL out", () => {
		const target = {
			type: "http",
			url: "https://watch:secret@shop.example/a@b",
			method: "GET",
			expectStatus: "200",
			expectText: null,
		} as const;
		expect(describeTarget(target)).toBe("https://shop.example/a@b");
	});
});
