import { parseJson } from "./rows.ts";
import type { DeskDatabase } from "./store.ts";

/** Keys of the setting table that several parts know. */
export const SETTING = {
	epoch: "epoch",
	/** By which browsers find this desk's cookies: its first epoch, where that is not its epoch any more. */
	cookieName: "cookieName",
	/** IANA zone of the desk's business calendar. */
	zone: "zone",
	deskName: "deskName",
	/** How large one attached file may be, in bytes. */
	attachmentBytes: "attachmentBytes",
	/** A `SignInPolicy`. */
	signInPolicy: "signInPolicy",
	/** The desk's mailbox: a `StoredMailbox`, its passwords sealed. */
	mailbox: "mailbox",
	/** A `MailState`, which travels to consoles. */
	mail: "mail",
	/** How far the mailbox has been read. */
	mailPlace: "mailPlace",
	/** In the app: whom the owner works as. */
	actingPersonId: "actingPersonId",
} as const;

/** Reads a setting on any connection, also inside a write. */
export async function getSetting<Value>(database: DeskDatabase, key: string): Promise<Value | null> {
	const row = await database.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst();
	return row ? parseJson<Value>(row.value) : null;
}

/** Writes a setting inside a write; `store.writeSetting` does it on its own. */
export async function putSetting(database: DeskDatabase, key: string, value: unknown): Promise<void> {
	await database
		.insertInto("setting")
		.values({ key, value: JSON.stringify(value) })
		.onConflict((conflict) => conflict.column("key").doUpdateSet({ value: JSON.stringify(value) }))
		.execute();
}
