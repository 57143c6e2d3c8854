import { afterEach, describe, expect, it } from "vitest";
import { auditPageSchema } from "../../../../shared/api/audit.ts";
import { cookieOf, signInAs, startTestDesk, type TestDesk } from "../../fixture.ts";

const OWN = "kettle-orbit-19";
let desk: TestDesk;
let clock = 0;

const start = async (): Promise<void> => {
	clock = Date.now();
	desk = await startTestDesk({ auth: { mode: "password" }, now: () => clock });
};
afterEach(() => desk.close());

const guess = (name: string, password = "a wrong guess", headers = {}) =>
	desk.ask("/api/session", { headers, body: { name, password } });
const guessOften = async (name: string, times: number) => {
	const statuses: number[] = [];
	for (let attempt = 0; attempt < times; attempt += 1) statuses.push((await guess(name)).status);
	return statuses;
};

describe("guessing", () => {
	it("is slowed, the same for a name that isn't there, and by many tries at once no less", async () => {
		await start();
		for (const name of ["admin", "nobody"]) {
			const answers = await Promise.all(Array.from({ length: 8 }, () => guess(name)));
			const statuses = answers.map(({ status }) => status).sort();
			expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
			const early = await guess(name, desk.background.firstPassword ?? "");
			expect(early).toMatchObject({ status: 429, body: { error: { code: "too_many_requests" } } });
			expect(early.headers.get("retry-after")).toBe("1");
		}
		clock += 1_000;
		expect((await guess("admin", desk.background.firstPassword ?? "")).status).toBe(200);
	});

	it("is told nothing by how long the answer takes", async () => {
		await start();
		const timeOf = async (name: string): Promise<number> => {
			const from = performance.now();
			await guess(name);
			return performance.now() - from;
		};
		// The first of each also makes what the later ones compare with.
		await timeOf("nobody");
		await timeOf("admin");
		const [known, unknown] = [await timeOf("admin"), await timeOf("nobody")];
		// Without a password to compare with it would be a hundredth.
		expect(unknown).toBeGreaterThan(known / 4);
	});

	it("by a stranger delays nobody in a browser that they have used before", async () => {
		await start();
		const password = desk.background.firstPassword ?? "";
		const before = await signInAs(desk, { name: "admin", password }, OWN);
		expect((await guessOften("admin", 7)).at(-1)).toBe(429);
		expect((await guess("admin", OWN)).status).toBe(429);
		const back = await guess("admin", OWN, before);
		expect(back.status).toBe(200);
		// Nor does the mark of one person's browser help to guess at another's password.
		const mark = cookieOf(back);
		expect((await guess("nobody", OWN, mark)).status).toBe(401);
		for (let attempt = 0; attempt < 4; attempt += 1) await guess("nobody", OWN, mark);
		expect((await guess("nobody", OWN, mark)).status).toBe(429);
	});

	it("stands in the audit trail, without what was typed as a name", async () => {
		await start();
		const admin = await signInAs(desk, { name: "admin", password: desk.background.firstPassword ?? "" }, OWN);
		await guessOften("admin", 5);
		await guess("hunter2hunter2");
		const { body } = await desk.ask("/api/audit?limit=10", { headers: admin });
		const failures = auditPageSchema.parse(body).entries.filter(({ action }) => action === "sign_in.failed");
		expect(failures).toMatchObject([{ personId: "owner", from: "127.0.0.1", to: "5" }]);
		expect(JSON.stringify(body)).not.toContain("hunter2");
	});
});
