import { expect, test } from "vitest";
import { type Check, checkSchema } from "../../shared/api/checks.ts";
import { fieldOfPath, NEW_CHECK, readCheckForm, valuesOf } from "./check-form-values.ts";

const say = (field: string, message: string) => `${field}: ${message}`;

test("a filled form gives the check the desk takes, seconds as milliseconds", () => {
	const read = readCheckForm(
		{
			...NEW_CHECK,
			name: " Shop ",
			url: "https://shop.example/ ",
			intervalSeconds: 1.5,
			expectStatus: "200, 204",
		},
		say,
	);
	expect(read).toMatchObject({
		input: {
			name: "Shop",
			intervalMs: 1_500,
			target: { type: "http", url: "https://shop.example/", expectStatus: "200,204", expectText: null },
		},
	});
});

test("each mistake is told at its own field", () => {
	const read = readCheckForm(
		{ ...NEW_CHECK, url: "ftp://x", expectStatus: "fine", timeoutSeconds: "", retries: 21 },
		say,
	);
	expect("errors" in read && Object.keys(read.errors).toSorted()).toEqual([
		"expectStatus",
		"name",
		"retries",
		"timeoutSeconds",
		"url",
	]);
});

test("fields of another type are not judged", () => {
	const read = readCheckForm(
		{ ...NEW_CHECK, name: "db", type: "tcp", url: "no", host: "db", port: "5432" },
		say,
	);
	expect(read).toMatchObject({ input: { target: { type: "tcp", host: "db", port: 5432 } } });
});

test("a check that is opened and saved without a change stays what it was", () => {
	const targets: readonly Check["target"][] = [
		{ type: "http", url: "http://a/", method: "HEAD", expectStatus: "200", expectText: "ok" },
		{ type: "tcp", host: "h", port: 1 },
		{ type: "dns", name: "n", recordType: "MX", server: "127.0.0.1:53", expectAnswer: null },
	];
	for (const target of targets) {
		const input = {
			name: "n",
			target,
			intervalMs: 1_500,
			timeoutMs: 100,
			retries: 0,
			retryIntervalMs: 500,
			degradedAboveMs: 7,
			ciId: "c1",
			serviceId: null,
			teamId: "t1",
			isPaused: true,
		};
		const check = checkSchema.parse({ ...input, id: "x", state: "up", stateSince: null, revision: 1 });
		expect(readCheckForm(valuesOf(check), say)).toEqual({ input });
	}
});

test("a path the desk names leads to the field on screen", () => {
	expect(fieldOfPath("target.port", "tcp")).toBe("port");
	expect(fieldOfPath("target", "dns")).toBe("dnsName");
	expect(fieldOfPath("elsewhere", "http")).toBe("form");
});
