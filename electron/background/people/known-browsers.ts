import { hashToken, makeToken } from "../store/crypto.ts";
import type { DeskDatabase, DeskTransaction } from "../store/store.ts";

/** As long as browsers keep a cookie. */
const KEPT_MS = 400 * 86_400_000;

/** Whether somebody has signed in with the browser that bears this mark. */
export async function isKnownBrowser(
	database: DeskDatabase,
	personId: string,
	mark: string,
): Promise<boolean> {
	const row = await database
		.selectFrom("known_browser")
		.select("seen_at")
		.where("person_id", "=", personId)
		.where("mark_hash", "=", hashToken(mark))
		.executeTakeFirst();
	return row !== undefined;
}

/** Somebody signed in: remembers the browser by the mark that it has, or by a new one. Answers the mark. */
export async function rememberBrowser(
	tx: DeskTransaction,
	{ personId, mark, now }: { readonly personId: string; readonly mark: string | null; readonly now: number },
): Promise<string> {
	const kept = mark ?? makeToken();
	await tx
		.deleteFrom("known_browser")
		.where("seen_at", "<", now - KEPT_MS)
		.execute();
	await tx
		.insertInto("known_browser")
		.values({ person_id: personId, mark_hash: hashToken(kept), seen_at: now })
		.onConflict((conflict) => conflict.columns(["person_id", "mark_hash"]).doUpdateSet({ seen_at: now }))
		.execute();
	return kept;
}
