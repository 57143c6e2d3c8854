import { afterEach, describe, expect, it } from "vitest";
import { addStaff, cookieOf, opening, signInAs, startTestDesk, type TestDesk } from "../../fixture.ts";
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
	const OWN = "kettle-orbit-19";
	const signIn = (password: string, name = "admin") => desk.ask("/api/session", { body: { name, password } });
	const firstPassword = (): string => desk.background.firstPassword ?? "";
	const enter = () => signInAs(desk, { name: "admin", password: firstPassword() }, OWN);

	it("makes one account on its first run, whose password opens the desk until another is chosen", async () => {
		await start({ auth: { mode: "password" } });
		expect(firstPassword()).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
		const stored = await desk.background.store.reader.selectFrom("account").selectAll().execute();
		expect(JSON.stringify(stored)).not.toContain(firstPassword());
		expect((await desk.ask("/api/tickets")).status).toBe(401);
		const signedIn = await signIn(firstPassword());
		expect(signedIn.body).toMatchObject({
			mode: "password",
			person: { id: "owner" },
			roles: ["admin", "agent"],
		});
		expect(signedIn.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Strict/);
		const headers = cookieOf(signedIn);
		expect((await desk.ask("/api/tickets", { headers })).status).toBe(200);
		const change = (body: object) => desk.ask("/api/account/password", { headers, body });
		const currentPassword = firstPassword();
		const same = await change({ currentPassword, newPassword: firstPassword() });
		expect(same).toMatchObject({ status: 400, body: { error: { path: "newPassword" } } });
		const chosen = await change({ currentPassword, newPassword: OWN });
		expect(chosen.body).toMatchObject({ account: { name: "admin", mustChangePassword: false } });
		expect((await desk.ask("/api/session", { headers })).body).toMatchObject({ person: { id: "owner" } });
		expect((await desk.ask("/api/tickets", { headers })).status).toBe(200);
		expect((await signIn(firstPassword())).status).toBe(401);
		expect((await signIn(OWN, "ADMIN")).status).toBe(200);
	});

	it("says the same of a wrong name and a wrong password", async () => {
		await start({ auth: { mode: "password" } });
		const wrong = await signIn("guess");
		const unknown = await signIn("guess", "toString");
		expect([wrong.status, unknown.status]).toEqual([401, 401]);
		expect(wrong.body).toEqual(unknown.body);
	});

	it("ends a session at sign-out, after twelve hours without a request, and after a week of them", async () => {
		await start({ auth: { mode: "password" } });
		const headers = await enter();
		const status = async () => (await desk.ask("/api/tickets", { headers })).status;
		clock += 11 * HOUR;
		expect(await status()).toBe(200);
		clock += 11 * HOUR;
		expect(await status()).toBe(200);
		clock += 13 * HOUR;
		expect(await status()).toBe(401);
		const again = cookieOf(await signIn(OWN));
		await desk.ask("/api/session", { method: "DELETE", headers: again });
		expect((await desk.ask("/api/tickets", { headers: again })).status).toBe(401);
		const busy = cookieOf(await signIn(OWN));
		const began = clock;
		while (clock < began + 7 * 24 * HOUR) {
			expect((await desk.ask("/api/tickets", { headers: busy })).status).toBe(200);
			clock += 8 * HOUR;
		}
		expect((await desk.ask("/api/tickets", { headers: busy })).status).toBe(401);
	});

	it("lets nobody work as somebody else", async () => {
		await start({ auth: { mode: "password" } });
		const headers = await enter();
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
