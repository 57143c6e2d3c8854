import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
	type AccountMade,
	accountListSchema,
	accountMadeSchema,
	type OwnAccount,
	ownAccountSchema,
	signedInListSchema,
} from "../../../shared/api/accounts.ts";
import { auditPageSchema } from "../../../shared/api/audit.ts";
import { sessionSchema } from "../../../shared/api/desk.ts";
import { addStaff, cookieOf, signInAs, startTestDesk, type TestDesk } from "../fixture.ts";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:149.0) Gecko/20100101 Firefox/149.0";
const OWN = "kettle-orbit-19";
const ADAS = "lantern gravel 77";

type Headers = Readonly<Record<string, string>>;

let desk: TestDesk;
let clock: number;
let admin: Headers;

beforeEach(async () => {
	clock = Date.now();
	desk = await startTestDesk({ auth: { mode: "password" }, now: () => clock });
	await addStaff(desk);
	const password = desk.background.firstPassword ?? "";
	admin = await signInAs(desk, { name: "admin", password }, OWN);
});
afterEach(() => desk.close());

const asAdmin = (path: string, init: { method?: string; body?: unknown } = {}) =>
	desk.ask(path, { ...init, headers: admin });
const makeAccount = async (personId = "ada", name = "Ada.L"): Promise<AccountMade> => {
	const made = await asAdmin("/api/accounts", { body: { personId, name } });
	expect(made.status).toBe(201);
	return accountMadeSchema.parse(made.body);
};
const enter = async (): Promise<Headers> => {
	const { oneTimePassword } = await makeAccount();
	return signInAs(desk, { name: "ada.l", password: oneTimePassword }, ADAS);
};
const ownAccount = async (headers: Headers): Promise<OwnAccount> =>
	ownAccountSchema.parse((await desk.ask("/api/account", { headers })).body);
const session = async (headers: Headers) =>
	sessionSchema.parse((await desk.ask("/api/session", { headers })).body);
const actionsOf = async (personId: string) => {
	const page = await asAdmin(`/api/audit?personId=${personId}`);
	return auditPageSchema.parse(page.body).entries.map(({ action }) => action);
};

describe("an account", () => {
	it("is made by an admin with a one-time password, told once", async () => {
		const { account, oneTimePassword } = await makeAccount();
		expect(account).toMatchObject({ name: "Ada.L", mustChangePassword: true, lastSignInAt: null });
		const listed = accountListSchema.parse((await asAdmin("/api/accounts")).body);
		expect(listed.accounts.map(({ name }) => name)).toEqual(["Ada.L", "admin"]);
		expect(JSON.stringify(listed)).not.toContain(oneTimePassword);
		const ada = await signInAs(desk, { name: "ADA.l", password: oneTimePassword }, ADAS);
		expect(await session(ada)).toMatchObject({ person: { id: "ada" }, roles: ["agent"] });
		expect(await actionsOf("ada")).toEqual(["password.changed", "account.made"]);
	});

	it("has a name of its own, and a person has one", async () => {
		await makeAccount();
		const refuse = async (body: unknown) => (await asAdmin("/api/accounts", { body })).body;
		expect(await refuse({ personId: "ben", name: "ADMIN" })).toMatchObject({
			error: { code: "name_taken", path: "name" },
		});
		expect(await refuse({ personId: "ada", name: "ada2" })).toMatchObject({
			error: { code: "account_exists", path: "personId" },
		});
		expect(await refuse({ personId: "ben", name: "b en" })).toMatchObject({ error: { path: "name" } });
		expect(await refuse({ personId: "monitoring", name: "m" })).toMatchObject({
			error: { path: "personId" },
		});
	});

	it("is nobody's business but an admin's", async () => {
		const ada = await enter();
		const refused = await Promise.all([
			desk.ask("/api/accounts", { headers: ada }),
			desk.ask("/api/accounts/owner/reset", { headers: ada, method: "POST" }),
			desk.ask("/api/accounts/owner", { headers: ada, method: "PATCH", body: { isDisabled: true } }),
			desk.ask("/api/people", { headers: ada, body: { name: "Mallory" } }),
			desk.ask("/api/people/ada/roles/admin", { headers: ada, method: "PUT" }),
			desk.ask("/api/teams", { headers: ada, body: { name: "Mine" } }),
			desk.ask("/api/audit", { headers: ada }),
			desk.ask("/api/sign-in-policy", { headers: ada }),
		]);
		expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
		expect((await desk.ask("/api/people?text=ben", { headers: ada })).status).toBe(200);
	});

	it("is shut and opened again; who was in is out at once", async () => {
		const ada = await enter();
		await asAdmin("/api/accounts/ada", { method: "PATCH", body: { isDisabled: true } });
		expect((await desk.ask("/api/tickets", { headers: ada })).status).toBe(401);
		expect(await session(ada)).toMatchObject({
			person: null,
			ended: { personId: "ada", reason: "deactivated", isScopeLost: true },
		});
		const given = { name: "ada.l", password: ADAS };
		expect((await desk.ask("/api/session", { body: given })).status).toBe(401);
		await asAdmin("/api/accounts/ada", { method: "PATCH", body: { isDisabled: false } });
		expect(await session(await signInAs(desk, given))).toMatchObject({ person: { id: "ada" } });
	});
});

describe("a password", () => {
	it("is changed by who knows the one before; other sign-ins end", async () => {
		const ada = await enter();
		const other = await signInAs(desk, { name: "ada.l", password: ADAS });
		const change = (body: unknown) => desk.ask("/api/account/password", { headers: ada, body });
		const wrong = await change({ currentPassword: "not this", newPassword: OWN });
		expect(wrong).toMatchObject({ status: 400, body: { error: { path: "currentPassword" } } });
		const weak = await change({ currentPassword: ADAS, newPassword: "Password2026" });
		expect(weak).toMatchObject({ status: 400, body: { error: { path: "newPassword" } } });
		const same = await change({ currentPassword: ADAS, newPassword: ADAS });
		expect(same).toMatchObject({ status: 400, body: { error: { code: "password_same" } } });
		expect((await change({ currentPassword: ADAS, newPassword: OWN })).status).toBe(200);
		expect(await session(ada)).toMatchObject({ person: { id: "ada" } });
		expect(await session(other)).toMatchObject({
			person: null,
			ended: { reason: "password", isScopeLost: false },
		});
	});

	it("is reset by an admin, never one's own", async () => {
		const ada = await enter();
		const reset = await asAdmin("/api/accounts/ada/reset", { method: "POST" });
		const { oneTimePassword } = accountMadeSchema.parse(reset.body);
		expect(await session(ada)).toMatchObject({ person: null, ended: { reason: "password" } });
		expect((await desk.ask("/api/session", { body: { name: "ada.l", password: ADAS } })).status).toBe(401);
		const back = await signInAs(desk, { name: "ada.l", password: oneTimePassword });
		expect(await session(back)).toMatchObject({ person: null, mustChangePassword: true });
		expect((await asAdmin("/api/accounts/owner/reset", { method: "POST" })).status).toBe(409);
		expect((await actionsOf("ada"))[0]).toBe("password.reset");
	});
});

describe("an admin who has forgotten theirs", () => {
	it("gets a one-time password at the same desk, started for this machine alone", async () => {
		const { dataDir } = desk;
		await desk.background.close();
		const open = await startTestDesk({ dataDir });
		const reset = await open.ask("/api/accounts/owner/reset", { method: "POST" });
		const { oneTimePassword } = accountMadeSchema.parse(reset.body);
		await open.close();
		const again = await startTestDesk({ dataDir, auth: { mode: "password" } });
		const back = await signInAs(again, { name: "admin", password: oneTimePassword }, ADAS);
		expect((await again.ask("/api/people", { headers: back })).status).toBe(200);
		await again.close();
	});
});

describe("sign-ins", () => {
	it("are listed with where they are, and ended one by one or all but this", async () => {
		const ada = await enter();
		const firefox = await desk.ask("/api/session", {
			headers: { "user-agent": FIREFOX },
			body: { name: "ada.l", password: ADAS },
		});
		const third = await signInAs(desk, { name: "ada.l", password: ADAS });
		const { sessions } = await ownAccount(ada);
		expect(sessions.map(({ isThisOne }) => isThisOne).filter(Boolean)).toHaveLength(1);
		const there = sessions.find(({ where }) => where === "Firefox on Linux");
		await desk.ask(`/api/account/sessions/${there?.id}`, { headers: ada, method: "DELETE" });
		expect(await session(cookieOf(firefox))).toMatchObject({ ended: { reason: "ended-by-person" } });
		await desk.ask("/api/account/sessions", { headers: ada, method: "DELETE" });
		expect((await session(third)).person).toBeNull();
		expect((await ownAccount(ada)).sessions).toHaveLength(1);
	});

	it("of others are out of reach, but an admin ends them", async () => {
		const ada = await enter();
		const listed = await asAdmin("/api/accounts/owner/sessions");
		const [own] = signedInListSchema.parse(listed.body).sessions;
		const foreign = await desk.ask(`/api/account/sessions/${own?.id}`, { headers: ada, method: "DELETE" });
		expect(foreign.status).toBe(404);
		await asAdmin("/api/accounts/ada/sessions", { method: "DELETE" });
		expect((await session(ada)).person).toBeNull();
		expect((await actionsOf("ada"))[0]).toBe("sessions.ended");
	});

	it("end where a role is taken; the feed too, and what was read may not be any more", async () => {
		const ada = await enter();
		const feed = await fetch(`${desk.background.url}/api/feed`, { headers: ada });
		const reading = feed.text();
		await asAdmin("/api/people/ada/roles/agent", { method: "DELETE" });
		expect(await reading).toContain("event: hello");
		expect((await desk.ask("/api/tickets", { headers: ada })).status).toBe(401);
		expect(await session(ada)).toMatchObject({ ended: { reason: "rights", isScopeLost: true } });
		const back = await signInAs(desk, { name: "ada.l", password: ADAS });
		expect(await session(back)).toMatchObject({ person: { id: "ada" }, roles: [] });
		expect((await desk.ask("/api/tickets", { headers: back })).status).toBe(403);
		await asAdmin("/api/people/ada/roles/lead", { method: "PUT" });
		expect((await desk.ask("/api/tickets", { headers: back })).status).toBe(200);
		expect((await desk.ask("/api/audit", { headers: back })).status).toBe(403);
	});

	it("end as the policy says, also those that were there before it", async () => {
		const ada = await enter();
		clock += 3 * 3_600_000;
		expect((await session(ada)).person).not.toBeNull();
		const policy = { idleHours: 2, longestDays: 1 };
		expect((await asAdmin("/api/sign-in-policy", { method: "PUT", body: policy })).body).toEqual(policy);
		clock += 1.5 * 3_600_000;
		expect((await session(ada)).person).not.toBeNull();
		clock += 2.5 * 3_600_000;
		expect((await session(ada)).person).toBeNull();
		const wrong = await asAdmin("/api/sign-in-policy", { method: "PUT", body: { ...policy, idleHours: 0 } });
		expect(wrong.status).toBe(401);
	});
});
