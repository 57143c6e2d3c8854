import type { FastifyReply, FastifyRequest } from "fastify";
import type { Person } from "../../../../shared/api/directory.ts";
import { isSameSecret } from "../../store/crypto.ts";
import { findPerson } from "../../store/people.ts";
import { OWNER_PERSON_ID } from "../../store/ports.ts";
import { SETTING } from "../../store/settings.ts";
import type { Store } from "../../store/store.ts";
import { ApiFailure } from "../failure.ts";
import { findAccount } from "./accounts.ts";
import type { CookieJar } from "./cookies.ts";
import { findDeviceByToken, noteDeviceSeen } from "./devices.ts";
import type { Identity } from "./identity.ts";
import { endSession, findSession, type StoredSession, startSession } from "./sessions.ts";

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

	constructor(parts: AccessParts) {
		this.#parts = parts;
		this.mode = parts.auth.mode;
	}

	/** Who is asking; `null` for nobody we know. */
	async identify(request: FastifyRequest): Promise<Identity | null> {
		const { auth } = this.#parts;
		if (auth.mode === "token") return hasToken(request, auth.token) ? this.#actingOwner() : null;
		const session = await this.#sessionOf(request, "session");
		const person = session?.personId ? await findPerson(this.#parts.store.reader, session.personId) : null;
		if (person?.isActive) return this.#personIdentity(person);
		if (this.#parts.cookies.read(request, "device") !== null) return this.#deviceIdentity(request);
		return auth.mode === "open" ? this.#ownerIdentity() : null;
	}

	async signIn(reply: FastifyReply, name: string, password: string): Promise<Identity> {
		const { store, cookies, now, auth } = this.#parts;
		if (auth.mode !== "password") throw new ApiFailure(403, "forbidden", "This desk asks for no password.");
		const personId = await findAccount(store, name, password);
		const person = personId ? await findPerson(store.reader, personId) : null;
		if (!person?.isActive) throw new ApiFailure(401, "sign_in_refused", "The name or the password is wrong.");
		cookies.set(reply, "session", await startSession(store, { personId: person.id }, now()));
		cookies.clear(reply, "device");
		return this.#personIdentity(person);
	}

	async signInDevice(reply: FastifyReply, token: string): Promise<Identity> {
		const { store, cookies, now } = this.#parts;
		const device = await findDeviceByToken(store, token);
		if (!device)
			throw new ApiFailure(401, "sign_in_refused", "This wall’s token is not known, or was revoked.");
		cookies.set(reply, "device", await startSession(store, { deviceId: device.id }, now()));
		cookies.clear(reply, "session");
		return { kind: "device", deviceId: device.id, roles: ["viewer"] };
	}

	/** Works on as another person; only where nobody has to prove who they are. */
	async actAs(reply: FastifyReply, personId: string): Promise<Identity> {
		const { store, cookies, now, auth } = this.#parts;
		if (auth.mode === "password")
			throw new ApiFailure(403, "forbidden", "At a desk with sign-in everybody works as themselves.");
		const person = await findPerson(store.reader, personId);
		if (!person?.isActive)
			throw new ApiFailure(404, "not_found", "There is no such person at this desk.", "personId");
		if (auth.mode === "token") await store.writeSetting(SETTING.actingPersonId, personId);
		else cookies.set(reply, "session", await startSession(store, { personId }, now()));
		return this.#personIdentity(person);
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

	async #deviceIdentity(request: FastifyRequest): Promise<Identity | null> {
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
		return person?.isActive ? this.#personIdentity(person) : this.#ownerIdentity();
	}

	async #ownerIdentity(): Promise<Identity> {
		const owner = await findPerson(this.#parts.store.reader, OWNER_PERSON_ID);
		if (!owner) throw new Error("the desk's owner is missing");
		return { kind: "person", person: owner, roles: owner.roles };
	}

	/** Who works as somebody at a desk of one keeps the owner's rights. */
	async #personIdentity(person: Person): Promise<Identity> {
		if (this.mode === "password") return { kind: "person", person, roles: person.roles };
		const owner = await this.#ownerIdentity();
		return { kind: "person", person, roles: [...new Set([...person.roles, ...owner.roles])] };
	}
}

function hasToken(request: FastifyRequest, token: string): boolean {
	const [scheme, given] = (request.headers.authorization ?? "").split(" ");
	return scheme?.toLowerCase() === "bearer" && given !== undefined && isSameSecret(given, token);
}
