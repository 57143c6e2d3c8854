import type { FastifyReply, FastifyRequest } from "fastify";
import type { Session } from "../../../../shared/api/desk.ts";
import type { Person } from "../../../../shared/api/directory.ts";
import { can } from "../../../../shared/permission/permission.ts";
import { findAccount } from "../../people/accounts.ts";
import {
	endSession,
	findEndedSession,
	findSession,
	type StoredSession,
	startSession,
} from "../../people/sessions.ts";
import { isSameSecret } from "../../store/crypto.ts";
import { findPerson } from "../../store/people.ts";
import { OWNER_PERSON_ID } from "../../store/ports.ts";
import { SETTING } from "../../store/settings.ts";
import type { Store } from "../../store/store.ts";
import { ApiFailure } from "../failure.ts";
import type { CookieJar } from "./cookies.ts";
import { findDeviceByToken, noteDeviceSeen } from "./devices.ts";
import type { DeviceIdentity, Identity, PersonIdentity } from "./identity.ts";
import { identityOf, PasswordSignIn } from "./password-sign-in.ts";

/** How people prove who they are. */
export type AuthOption =
	/** Nobody is asked: loopback only. */
	| { readonly mode: "open" }
	/** In the app: one secret of this launch, in the Authorization header of every request. */
	| { readonly mode: "token"; readonly token: string }
	| { readonly mode: "password" };

export interface AccessParts {
	readonly store: Store;
	readonly auth: AuthOption;
	readonly cookies: CookieJar;
	readonly now: () => number;
}

/** Tells who is asking, and lets people and walls in and out. */
export class Access {
	readonly mode: AuthOption["mode"];
	readonly #parts: AccessParts;
	readonly #passwords: PasswordSignIn;

	constructor(parts: AccessParts) {
		this.#parts = parts;
		this.#passwords = new PasswordSignIn(parts);
		this.mode = parts.auth.mode;
	}

	/** Who is asking; `null` for nobody we know. */
	async identify(request: FastifyRequest): Promise<Identity | null> {
		const { auth } = this.#parts;
		if (auth.mode === "token") return hasToken(request, auth.token) ? this.#actingOwner() : null;
		const session = await this.#sessionOf(request, "session");
		const person = session?.personId ? await findPerson(this.#parts.store.reader, session.personId) : null;
		const known = session && person?.isActive ? await this.#sessionIdentity(session, person) : null;
		if (known) return known;
		if (this.#parts.cookies.read(request, "device") !== null) return this.#deviceIdentity(request);
		return auth.mode === "open" ? this.#ownerIdentity() : null;
	}

	/** Why the sign-in that this browser still shows is over; `undefined` where it shows none, or it goes on. */
	async ended(request: FastifyRequest): Promise<Session["ended"]> {
		const { store, cookies } = this.#parts;
		const token = this.mode === "password" ? cookies.read(request, "session") : null;
		const ended = token === null ? null : await findEndedSession(store, token);
		if (!ended) return undefined;
		const person = await findPerson(store.reader, ended.personId);
		const account = await findAccount(store.reader, ended.personId);
		const mayReturn = person?.isActive && account && !account.isDisabled && can(person.roles, "desk.read");
		return { ...ended, isScopeLost: !mayReturn };
	}

	async signIn(
		request: FastifyRequest,
		reply: FastifyReply,
		given: { readonly name: string; readonly password: string },
	): Promise<Identity> {
		if (this.mode !== "password") throw new ApiFailure(403, "forbidden", "This desk asks for no password.");
		return this.#passwords.signIn(request, reply, given);
	}

	/** Whether somebody who is signed in knows their own password. */
	async confirm(
		request: FastifyRequest,
		reply: FastifyReply,
		given: { readonly name: string; readonly password: string },
	): Promise<boolean> {
		return this.#passwords.confirm(request, reply, given);
	}

	async signInDevice(request: FastifyRequest, reply: FastifyReply, token: string): Promise<Identity> {
		const { store, cookies, now } = this.#parts;
		const device = await findDeviceByToken(store, token);
		if (!device)
			throw new ApiFailure(401, "sign_in_refused", "This wall’s token is not known, or was revoked.");
		const userAgent = request.headers["user-agent"];
		const session = { who: { deviceId: device.id }, userAgent, now: now() };
		cookies.set(reply, "device", await startSession(store, session));
		cookies.clear(reply, "session");
		return { kind: "device", deviceId: device.id, roles: ["viewer"] };
	}

	/** Works on as another person; only where nobody has to prove who they are. */
	async actAs(request: FastifyRequest, reply: FastifyReply, personId: string): Promise<Identity> {
		const { store, cookies, now, auth } = this.#parts;
		if (auth.mode === "password")
			throw new ApiFailure(403, "forbidden", "At a desk with sign-in everybody works as themselves.");
		const person = await findPerson(store.reader, personId);
		if (!person?.isActive)
			throw new ApiFailure(404, "not_found", "There is no such person at this desk.", "personId");
		if (auth.mode === "token") await store.writeSetting(SETTING.actingPersonId, personId);
		else {
			const userAgent = request.headers["user-agent"];
			cookies.set(reply, "session", await startSession(store, { who: { personId }, userAgent, now: now() }));
		}
		return this.#ownersIdentity(person, null);
	}

	async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
		const { store, cookies, auth } = this.#parts;
		if (auth.mode === "token") await store.writeSetting(SETTING.actingPersonId, null);
		for (const kind of ["session", "device"] as const) {
			const token = cookies.read(request, kind);
			if (token === null) continue;
			await endSession(store, token);
			cookies.clear(reply, kind);
		}
	}

	async #sessionOf(request: FastifyRequest, kind: "session" | "device"): Promise<StoredSession | null> {
		const token = this.#parts.cookies.read(request, kind);
		return token === null ? null : findSession(this.#parts.store, token, this.#parts.now());
	}

	/** At a desk with sign-in an account opens the desk, once its password is one's own. */
	async #sessionIdentity(session: StoredSession, person: Person): Promise<Identity | null> {
		if (this.mode !== "password") return this.#ownersIdentity(person, session.id);
		const account = await findAccount(this.#parts.store.reader, person.id);
		if (!account || account.isDisabled) return null;
		return identityOf(person, account, session.id);
	}

	async #deviceIdentity(request: FastifyRequest): Promise<DeviceIdentity | null> {
		const { store, now } = this.#parts;
		const session = await this.#sessionOf(request, "device");
		if (!session?.deviceId) return null;
		await noteDeviceSeen(store, session.deviceId, now());
		return { kind: "device", deviceId: session.deviceId, roles: ["viewer"] };
	}

	async #actingOwner(): Promise<Identity> {
		const { store } = this.#parts;
		const actingId = await store.readSetting<string>(SETTING.actingPersonId);
		const person = actingId ? await findPerson(store.reader, actingId) : null;
		return person?.isActive ? this.#ownersIdentity(person, null) : this.#ownerIdentity();
	}

	async #ownerIdentity(): Promise<PersonIdentity> {
		const owner = await findPerson(this.#parts.store.reader, OWNER_PERSON_ID);
		if (!owner) throw new Error("the desk's owner is missing");
		return { kind: "person", person: owner, roles: owner.roles, sessionId: null };
	}

	/** Who works as somebody at a desk of one keeps the owner's rights. */
	async #ownersIdentity(person: Person, sessionId: string | null): Promise<PersonIdentity> {
		const owner = await this.#ownerIdentity();
		return { kind: "person", person, roles: [...new Set([...person.roles, ...owner.roles])], sessionId };
	}
}

function hasToken(request: FastifyRequest, token: string): boolean {
	const [scheme, given] = (request.headers.authorization ?? "").split(" ");
	return scheme?.toLowerCase() === "bearer" && given !== undefined && isSameSecret(given, token);
}
