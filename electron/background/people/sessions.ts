import type { SignedIn } from "../../../shared/api/accounts.ts";
import type { SessionEnd } from "../../../shared/api/desk.ts";
import { hashToken, makeRandomId, makeToken } from "../store/crypto.ts";
import type { DeskTransaction, Store } from "../store/store.ts";
import { nameClient } from "./name-client.ts";
import { readSignInLimits } from "./sign-in-policy.ts";

/** One signed-in browser. */
export interface StoredSession {
	readonly id: string;
	readonly personId: string | null;
	readonly deviceId: string | null;
}

/** A wall's session goes on until its device is revoked; this is as long as its cookie lasts. */
const DEVICE_MS = 400 * 86_400_000;
/** How stale the stored end of a session may become before a request writes it again. */
const RENEW_AFTER_MS = 5 * 60_000;
/** For so long a browser that comes back is told why its sign-in ended. */
const REMEMBERED_MS = 30 * 86_400_000;

export interface NewSession {
	readonly who: { readonly personId: string } | { readonly deviceId: string };
	/** What the browser says it is. */
	readonly userAgent: string | undefined;
	readonly now: number;
}

/** Starts a session; answers the token for its cookie, which is stored only as a hash. */
export async function startSession(store: Store, session: NewSession): Promise<string> {
	const limits = await readSignInLimits(store.reader);
	const { value } = await store.write(({ tx }) => insertSession(tx, session, limits));
	return value.token;
}

/** As `startSession`, within a write, and with the session's own id. */
export async function insertSession(
	tx: DeskTransaction,
	{ who, userAgent, now }: NewSession,
	{ idleMs, longestMs }: { readonly idleMs: number; readonly longestMs: number },
): Promise<{ readonly token: string; readonly id: string }> {
	const token = makeToken();
	const id = makeRandomId();
	const deviceId = "deviceId" in who ? who.deviceId : null;
	await tx
		.deleteFrom("session")
		.where((where) =>
			where.or([where("expires_at", "<=", now), where("ended_at", "<=", now - REMEMBERED_MS)]),
		)
		.execute();
	await tx
		.insertInto("session")
		.values({
			token_hash: hashToken(token),
			id,
			person_id: "personId" in who ? who.personId : null,
			device_id: deviceId,
			created_at: now,
			seen_at: now,
			expires_at: now + (deviceId ? DEVICE_MS : Math.min(idleMs, longestMs)),
			client: userAgent?.slice(0, 400) ?? null,
			ended_at: null,
			end_reason: null,
		})
		.execute();
	return { token, id };
}

/** The session of a cookie's token, and its end moved on; `null` once it is over. */
export async function findSession(store: Store, token: string, now: number): Promise<StoredSession | null> {
	const tokenHash = hashToken(token);
	const row = await store.reader
		.selectFrom("session")
		.selectAll()
		.where("token_hash", "=", tokenHash)
		.where("expires_at", ">", now)
		.where("ended_at", "is", null)
		.executeTakeFirst();
	if (!row) return null;
	if (!row.device_id && now - row.seen_at > RENEW_AFTER_MS) {
		const { idleMs, longestMs } = await readSignInLimits(store.reader);
		const expiresAt = Math.min(now + idleMs, row.created_at + longestMs);
		await store.write(({ tx }) =>
			tx
				.updateTable("session")
				.set({ expires_at: expiresAt, seen_at: now })
				.where("token_hash", "=", tokenHash)
				.execute(),
		);
	}
	return { id: row.id, personId: row.person_id, deviceId: row.device_id };
}

/** Whose session this token was, and why it was ended; `null` where it goes on or never was. */
export async function findEndedSession(
	store: Store,
	token: string,
): Promise<{ readonly personId: string; readonly reason: SessionEnd } | null> {
	const row = await store.reader
		.selectFrom("session")
		.select(["person_id", "end_reason"])
		.where("token_hash", "=", hashToken(token))
		.where("ended_at", "is not", null)
		.executeTakeFirst();
	return row?.person_id && row.end_reason ? { personId: row.person_id, reason: row.end_reason } : null;
}

/** Where somebody is signed in, the newest first. */
export async function listSessions(
	store: Store,
	personId: string,
	{ now, ownId }: { readonly now: number; readonly ownId: string | null },
): Promise<readonly SignedIn[]> {
	const rows = await store.reader
		.selectFrom("session")
		.selectAll()
		.where("person_id", "=", personId)
		.where("expires_at", ">", now)
		.where("ended_at", "is", null)
		.orderBy("created_at", "desc")
		.execute();
	return rows.map((row) => ({
		id: row.id,
		startedAt: row.created_at,
		seenAt: row.seen_at,
		endsAt: row.expires_at,
		where: nameClient(row.client),
		isThisOne: row.id === ownId,
	}));
}

export interface Ending {
	readonly reason: SessionEnd;
	readonly now: number;
	/** Only this one. */
	readonly only?: string;
	/** All but this one. */
	readonly except?: string | null;
}

/** Ends sessions of a person; answers how many. Their consoles hear of it by `rights.changed`. */
export async function endSessions(
	tx: DeskTransaction,
	personId: string,
	{ reason, now, only, except }: Ending,
): Promise<number> {
	let update = tx
		.updateTable("session")
		.set({ ended_at: now, end_reason: reason })
		.where("person_id", "=", personId)
		.where("expires_at", ">", now)
		.where("ended_at", "is", null);
	if (only !== undefined) update = update.where("id", "=", only);
	if (except) update = update.where("id", "!=", except);
	const { numUpdatedRows } = await update.executeTakeFirst();
	return Number(numUpdatedRows);
}

/** Signs a browser out. */
export async function endSession(store: Store, token: string): Promise<void> {
	await store.write(({ tx }) =>
		tx.deleteFrom("session").where("token_hash", "=", hashToken(token)).execute(),
	);
}
