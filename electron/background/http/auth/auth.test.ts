import { afterEach, describe, expect, it } from "vitest";
import { type Answer, addStaff, opening, startTestDesk, type TestDesk } from "../../fixture.ts";
import { makeRandomId } from "../../store/crypto.ts";

const HOUR = 3_600_000;
let desk: TestDesk;
let clock = Date.now();

const start = async (...[options]: Parameters<typeof startTestDesk>): Promise<TestDesk> => {
	clock = Date.now();
	desk = await startTestDesk({ now: () => clock, ...options });
	return desk;
};
afterEach(() => desk.close());

/** The cookies of an answer as a browser would send them back. */
const cookieOf = (answer: Answer): { readonly cookie: string } => ({
	cookie: answer.headers
		.getSetCookie()
		.filter((cookie) => !cookie.includes("Expires=Thu, 01 Jan 1970"))
		.map((cookie) => cookie.split(";")[0])
		.join("; "),
});
const batch = () => ({ deviceId: makeRandomId(), fence: 1, intents: [opening()] });

describe("a desk that asks nobody", () => {
	it("takes everybody for its owner, and lets them work as somebody else", async () => {
		await start();
		await addStaff(desk);
		expect((await desk.ask("/api/session")).body).toMatchObject({
			mode: "open",
			person: { id: "owner" },
			roles: ["admin", "agent"],
		});
		const acting = await desk.ask("/api/session/act-as", { body: { personId: "ben" } });
		expect(acting.body).toMatchObject({ person: { id: "ben" } });
		const headers = cookieOf(acting);
		await desk.ask("/api/intents", { headers, body: batch() });
		expect(await desk.readTicket("inc1")).toMatchObject({ openedById: "ben" });
		const left = await desk.ask("/api/session", { method: "DELETE", headers });
		expect(left.status).toBe(204);
		expect((await desk.ask("/api/session", { headers })).body).toMatchObject({ person: { id: "owner" } });
	});

	it("knows nobody by a name that isn't there", async () => {
		await start();
		const answer = await desk.ask("/api/session/act-as", { body: { personId: "stranger" } });
		expect(answer).toMatchObject({ status: 404, body: { error: { path: "personId" } } });
	});

	it("is served on loopback only, and the others elsewhere only with a certificate", async () => {
		await start();
		await expect(startTestDesk({ host: "0.0.0.0" })).rejects.toThrow("loopback only");
		await expect(startTestDesk({ host: "0.0.0.0", auth: { mode: "password" } })).rejects.toThrow(
			"certificate",
		);
	});
});

describe("the app's desk", () => {
	const token = "a-secret-of-this-launch";
	const bearer = (given: string) => ({ authorization: `Bearer ${given}` });

	it("answers to this launch's token alone; its health is open", async () => {
		await start({ auth: { mode: "token", token } });
		expect((await desk.ask("/api/tickets")).status).toBe(401);
		expect((await desk.ask("/api/tickets", { headers: bearer(`${token}x`) })).status).toBe(401);
		expect((await desk.ask("/api/tickets", { headers: bearer(token) })).status).toBe(200);
		expect((await desk.ask("/api/health")).status).toBe(200);
		expect((await desk.ask("/api/session")).body).toMatchObject({ person: null, roles: [] });
	});

	it("takes changes from the app's own pages, and remembers whom its owner works as", async () => {
		await start({ auth: { mode: "token", token } });
		await addStaff(desk);
		const headers = { ...bearer(token), origin: "app://console" };
		const acting = await desk.ask("/api/session/act-as", { headers, body: { personId: "ada" } });
		expect(acting.status).toBe(200);
		expect((await desk.ask("/api/session", { headers })).body).toMatchObject({ person: { id: "ada" } });
	});
});

describe("a desk with sign-in", () => {
	const signIn = (password: string) => desk.ask("/api/session", { body: { name: "admin", password } });
	const password = (): string => desk.background.firstPassword ?? "";

	it("makes one account on its first run and tells its password that once", async () => {
		await start({ auth: { mode: "password" } });
		expect(password()).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
		const stored = await desk.background.store.reader.selectFrom("setting").select("value").execute();
		expect(stored.some(({ value }) => value.includes(password()))).toBe(false);
		expect((await desk.ask("/api/tickets")).status).toBe(401);
		const signedIn = await signIn(password());
		expect(signedIn.body).toMatchObject({ mode: "password", person: { id: "owner" } });
		expect(signedIn.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Strict/);
		expect((await desk.ask("/api/tickets", { headers: cookieOf(signedIn) })).status).toBe(200);
	});

	it("says the same of a wrong name and a wrong password, and slows guessing down", async () => {
		await start({ auth: { mode: "password" } });
		const wrong = await signIn("guess");
		const unknown = await desk.ask("/api/session", { body: { name: "toString", password: "guess" } });
		expect([wrong.status, unknown.status]).toEqual([401, 401]);
		expect(wrong.body).toEqual(unknown.body);
		const statuses: number[] = [];
		for (let attempt = 0; attempt < 9; attempt += 1) statuses.push((await signIn("guess")).status);
		expect(statuses.at(-1)).toBe(429);
		const limited = await signIn(password());
		expect(limited).toMatchObject({ status: 429, body: { error: { code: "too_many_requests" } } });
		expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
	});

	it("ends a session at sign-out, and after twelve hours without a request", async () => {
		await start({ auth: { mode: "password" } });
		const headers = cookieOf(await signIn(password()));
		const status = async () => (await desk.ask("/api/tickets", { headers })).status;
		clock += 11 * HOUR;
		expect(await status()).toBe(200);
		clock += 11 * HOUR;
		expect(await status()).toBe(200);
		clock += 13 * HOUR;
		expect(await status()).toBe(401);
		const again = cookieOf(await signIn(password()));
		await desk.ask("/api/session", { method: "DELETE", headers: again });
		expect((await desk.ask("/api/tickets", { headers: again })).status).toBe(401);
	});

	it("lets nobody work as somebody else", async () => {
		await start({ auth: { mode: "password" } });
		const headers = cookieOf(await signIn(password()));
		const acting = await desk.ask("/api/session/act-as", { headers, body: { personId: "monitoring" } });
		expect(acting.status).toBe(403);
	});
});

describe("a wall", () => {
	const makeWall = async () => {
		const created = await desk.ask("/api/devices", { body: { name: "NOC left" } });
		const { device, token } = created.body as { device: { id: string }; token: string };
		const signedIn = await desk.ask("/api/session/device", { body: { token } });
		return { deviceId: device.id, token, headers: cookieOf(signedIn), signedIn };
	};

	it("reads the wall and nothing else", async () => {
		await start();
		const { headers, signedIn, token } = await makeWall();
		expect(signedIn.body).toMatchObject({ mode: "device", person: null, roles: ["viewer"] });
		expect((await desk.ask("/api/wall", { headers })).status).toBe(200);
		expect((await desk.ask("/api/session", { headers })).body).toMatchObject({ mode: "device" });
		const forbidden = await Promise.all([
			desk.ask("/api/tickets", { headers }),
			desk.ask("/api/changes?since=0", { headers }),
			desk.ask("/api/intents", { headers, body: batch() }),
			desk.ask("/api/devices", { headers }),
			desk.ask("/api/session/act-as", { headers, body: { personId: "owner" } }),
		]);
		expect(forbidden.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403]);
		const listed = await desk.ask("/api/devices");
		expect(listed.body).toMatchObject({ devices: [{ name: "NOC left", lastSeenAt: clock }] });
		expect(JSON.stringify(listed.body)).not.toContain(token);
	});

	it("is shut out at once when it is revoked, its open feed too", async () => {
		await start();
		const { deviceId, token, headers } = await makeWall();
		const feed = await fetch(`${desk.background.url}/api/feed`, { headers });
		const reading = feed.text();
		expect((await desk.ask(`/api/devices/${deviceId}`, { method: "DELETE" })).status).toBe(204);
		expect(await reading).toContain("event: hello");
		expect((await desk.ask("/api/wall", { headers })).status).toBe(401);
		expect((await desk.ask("/api/session/device", { body: { token } })).status).toBe(401);
		expect((await desk.ask(`/api/devices/${deviceId}`, { method: "DELETE" })).status).toBe(404);
	});
});
