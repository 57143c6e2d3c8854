import { hashToken, makeToken } from "../../store/crypto.ts";
import type { Store } from "../../store/store.ts";

/** One signed-in browser. */
export interface StoredSession {
	readonly tokenHash: string;
	readonly personId: string | null;
	readonly deviceId: string | null;
}

/** Sessions of people end after this long without a request. */
export const IDLE_MS = 12 * 3_600_000;
/** A wall's session goes on until its device is revoked; this is as long as its cookie lasts. */
const DEVICE_MS = 400 * 86_400_000;
/** How stale the stored end of a session may become before a request writes it again. */
const RENEW_AFTER_MS = 5 * 60_000;

/** Starts a session; answers the token for its cookie, which is stored only as a hash. */
export async function startSession(
	store: Store,
	who: { readonly personId: string } | { readonly deviceId: string },
	now: number,
): Promise<string> {
	const token = makeToken();
	const personId = "personId" in who ? who.personId : null;
	const deviceId = "deviceId" in who ? who.deviceId : null;
	await store.write(async ({ tx }) => {
		await tx.deleteFrom("session").where("expires_at", "<=", now).execute();
		await tx
			.insertInto("session")
			.values({
				token_hash: hashToken(token),
				person_id: personId,
				device_id: deviceId,
				created_at: now,
				expires_at: now + (deviceId ? DEVICE_MS : IDLE_MS),
			})
			.execute();
	});
	return token;
}

/** The session of a cookie's token, and its end moved on; `null` once it is over. */
export async function findSession(store: Store, token: string, now: number): Promise<StoredSession | null> {
	const tokenHash = hashToken(token);
	const row = await store.reader
		.selectFrom("session")
		.selectAll()
		.where("token_hash", "=", tokenHash)
		.where("expires_at", ">", now)
		.executeTakeFirst();
	if (!row) return null;
	const expiresAt = now + IDLE_MS;
	if (!row.device_id && expiresAt - row.expires_at > RENEW_AFTER_MS) {
		await store.write(({ tx }) =>
			tx.updateTable("session").set({ expires_at: expiresAt }).where("token_hash", "=", tokenHash).execute(),
		);
	}
	return { tokenHash, personId: row.person_id, deviceId: row.device_id };
}

export async function endSession(store: Store, token: string): Promise<void> {
	await store.write(({ tx }) =>
		tx.deleteFrom("session").where("token_hash", "=", hashToken(token)).execute(),
	);
}
