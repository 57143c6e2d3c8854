import type { FastifyReply, FastifyRequest } from "fastify";
import { signInKey } from "../../../../shared/account/sign-in-name.ts";
import type { Account } from "../../../../shared/api/accounts.ts";
import type { Person } from "../../../../shared/api/directory.ts";
import { findAccountByName, isPasswordOf } from "../../people/accounts.ts";
import { recordAudit } from "../../people/audit.ts";
import { noteSignIn } from "../../people/change-accounts.ts";
import { type Attempt, FailedSignIns } from "../../people/failed-sign-ins.ts";
import { isKnownBrowser, rememberBrowser } from "../../people/known-browsers.ts";
import { insertSession } from "../../people/sessions.ts";
import { readSignInLimits } from "../../people/sign-in-policy.ts";
import { findPerson } from "../../store/people.ts";
import type { Store } from "../../store/store.ts";
import { ApiFailure } from "../failure.ts";
import type { CookieJar } from "./cookies.ts";
import type { NewcomerIdentity, PersonIdentity } from "./identity.ts";

interface Parts {
	readonly store: Store;
	readonly cookies: CookieJar;
	readonly now: () => number;
}

/** Failures in a row are told in the audit trail at this many, and whenever they have doubled since. */
const TOLD_AT = { name: 5, address: 20 } as const;
const REFUSED = "The name or the password is wrong.";

/** Proves people by name and password, and slows down who guesses. */
export class PasswordSignIn {
	readonly #parts: Parts;
	readonly #failed: FailedSignIns;

	constructor(parts: Parts) {
		this.#parts = parts;
		this.#failed = new FailedSignIns(parts.store, parts.now);
	}

	/** Starts a session of whoever this is, and sets its cookies. */
	async signIn(
		request: FastifyRequest,
		reply: FastifyReply,
		{ name, password }: { readonly name: string; readonly password: string },
	): Promise<PersonIdentity | NewcomerIdentity> {
		const { store, cookies, now } = this.#parts;
		const found = await this.#prove(request, reply, { name, password });
		if (!found) throw new ApiFailure(401, "sign_in_refused", REFUSED);
		const limits = await readSignInLimits(store.reader);
		const personId = found.person.id;
		const session = { who: { personId }, userAgent: request.headers["user-agent"], now: now() };
		const { value } = await store.write(async ({ tx }) => {
			await noteSignIn(tx, personId, now());
			const mark = await rememberBrowser(tx, {
				personId,
				mark: cookies.read(request, "browser"),
				now: now(),
			});
			return { mark, ...(await insertSession(tx, session, limits)) };
		});
		cookies.set(reply, "session", value.token);
		cookies.set(reply, "browser", value.mark);
		cookies.clear(reply, "device");
		return identityOf(found.person, found.account, value.id);
	}

	/** Whether this is the password of an account that somebody has already; guesses count as at the door. */
	async confirm(
		request: FastifyRequest,
		reply: FastifyReply,
		given: { readonly name: string; readonly password: string },
	): Promise<boolean> {
		return (await this.#prove(request, reply, given)) !== null;
	}

	async #prove(
		request: FastifyRequest,
		reply: FastifyReply,
		{ name, password }: { readonly name: string; readonly password: string },
	): Promise<{ readonly person: Person; readonly account: Account } | null> {
		const { store } = this.#parts;
		const account = await findAccountByName(store.reader, name);
		const attempt = await this.#attemptOf(request, name, account);
		const admission = await this.#failed.admit(attempt);
		if (admission.kind === "wait") throw tooEarly(reply, admission.waitMs);
		const isRight = await isPasswordOf(store.reader, account?.personId ?? null, password);
		const person = account ? await findPerson(store.reader, account.personId) : null;
		if (isRight && account && !account.isDisabled && person?.isActive) {
			await this.#failed.clear(attempt);
			return { person, account };
		}
		await this.#tellOfFailures(attempt, admission.failures, account);
		return null;
	}

	async #attemptOf(request: FastifyRequest, name: string, account: Account | null): Promise<Attempt> {
		const { store, cookies } = this.#parts;
		const mark = cookies.read(request, "browser");
		// Looked for in any case, so that it takes as long for a name that isn't there.
		const isKnown = await isKnownBrowser(store.reader, account?.personId ?? "", mark ?? "");
		return { name: signInKey(name), address: request.ip, knownBrowser: isKnown ? mark : null };
	}

	async #tellOfFailures(
		{ address }: Attempt,
		failures: { readonly name: number; readonly address: number },
		account: Account | null,
	): Promise<void> {
		const isTold = (kind: keyof typeof TOLD_AT) =>
			Number.isInteger(Math.log2(failures[kind] / TOLD_AT[kind]));
		const ofPerson = account && failures.name >= TOLD_AT.name && isTold("name");
		const ofAddress = failures.address >= TOLD_AT.address && isTold("address");
		if (!ofPerson && !ofAddress) return;
		const act = { actorId: null, now: this.#parts.now() };
		await this.#parts.store.write(async ({ tx }) => {
			if (ofPerson) {
				const { personId } = account;
				const to = String(failures.name);
				await recordAudit(tx, act, { action: "sign_in.failed", personId, from: address, to });
			}
			if (ofAddress) {
				const to = String(failures.address);
				await recordAudit(tx, act, { action: "sign_in.failed", from: address, to });
			}
		});
	}
}

/** Who signed in with this account: its one-time password opens nothing but the choice of another. */
export function identityOf(
	person: Person,
	account: Account,
	sessionId: string,
): PersonIdentity | NewcomerIdentity {
	if (account.mustChangePassword) return { kind: "newcomer", person, roles: [], sessionId };
	return { kind: "person", person, roles: person.roles, sessionId };
}

function tooEarly(reply: FastifyReply, waitMs: number): ApiFailure {
	const seconds = Math.ceil(waitMs / 1_000);
	reply.header("retry-after", seconds);
	const wait = seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
	return new ApiFailure(
		429,
		"too_many_requests",
		`Too many failed sign-ins for this name or from this address. Try again in ${wait}.`,
	);
}
