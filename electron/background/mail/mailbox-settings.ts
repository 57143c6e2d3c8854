import type { MailSettings, MailSettingsInput } from "../../../shared/api/mail.ts";
import { judgeMailSettings } from "../../../shared/mail/judge-settings.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { type Act, recordAudit } from "../people/audit.ts";
import type { SecretBox } from "../store/secret-box.ts";
import { getSetting, putSetting, SETTING } from "../store/settings.ts";
import type { DeskDatabase, Store } from "../store/store.ts";
import { tellMailState } from "./tell-mail-state.ts";

const WAYS = ["incoming", "outgoing"] as const;
type Way = (typeof WAYS)[number];

/** As it lies in the database: passwords sealed, each for its own server and user. */
type StoredServer = Omit<MailSettings[Way], "hasPassword"> & { readonly sealedPassword: string | null };
type StoredMailbox = Omit<MailSettings, Way> & Readonly<Record<Way, StoredServer>>;

/** A server and how to sign in there; `password` is `null` where there is none to say. */
export type MailServer = Omit<MailSettings[Way], "hasPassword"> & { readonly password: string | null };

/** A mailbox ready for use. It never leaves the mail part. */
export type Mailbox = Omit<MailSettings, Way> & Readonly<Record<Way, MailServer>>;

/** The settings as anybody may see them. */
export async function readMailSettings(database: DeskDatabase): Promise<MailSettings | null> {
	const stored = await getSetting<StoredMailbox>(database, SETTING.mailbox);
	return stored && { ...stored, incoming: shown(stored.incoming), outgoing: shown(stored.outgoing) };
}

function shown({ sealedPassword, ...server }: StoredServer): MailSettings[Way] {
	return { ...server, hasPassword: sealedPassword !== null };
}

/** The settings with passwords; `null` where there are none. */
export async function openMailbox(database: DeskDatabase, box: SecretBox): Promise<Mailbox | null> {
	const stored = await getSetting<StoredMailbox>(database, SETTING.mailbox);
	if (!stored) return null;
	const opened = (way: Way): MailServer => {
		const { sealedPassword, ...server } = stored[way];
		return { ...server, password: sealedPassword && box.open(sealedPassword, placeOf(way, server)) };
	};
	return { ...stored, incoming: opened("incoming"), outgoing: opened("outgoing") };
}

/** What somebody typed, with the passwords that they left as they are; nothing is kept. Code: `insecure`. */
export async function proposedMailbox(
	database: DeskDatabase,
	box: SecretBox,
	input: MailSettingsInput,
): Promise<Result<Mailbox>> {
	const judged = judgeMailSettings(input);
	if (!judged.ok) return judged;
	const known = await openMailbox(database, box);
	const proposed = (way: Way): MailServer => {
		const { password, ...server } = input[way];
		return { ...server, password: password ?? keptPassword(server, known?.[way]) };
	};
	return ok({ ...input, incoming: proposed("incoming"), outgoing: proposed("outgoing") });
}

/** Keeps the settings from now on. Code: `insecure`. */
export async function saveMailSettings(
	store: Store,
	box: SecretBox,
	input: MailSettingsInput,
	by: Act,
): Promise<Result<Mailbox>> {
	const proposed = await proposedMailbox(store.reader, box, input);
	if (!proposed.ok) return proposed;
	const mailbox = proposed.value;
	const sealed = (way: Way): StoredServer => {
		const { password, ...server } = mailbox[way];
		return { ...server, sealedPassword: password ? box.seal(password, placeOf(way, server)) : null };
	};
	const stored: StoredMailbox = { ...mailbox, incoming: sealed("incoming"), outgoing: sealed("outgoing") };
	await store.write(async (scope) => {
		const before = await getSetting<StoredMailbox>(scope.tx, SETTING.mailbox);
		const [from, to] = [before && wordsOf(before), wordsOf(stored)];
		await putSetting(scope.tx, SETTING.mailbox, stored);
		await recordAudit(scope.tx, by, { action: "mailbox.changed", from, to });
		await tellMailState(scope);
	});
	return proposed;
}

/** For the audit trail: where mail goes and comes from, as whom; nothing secret. */
function wordsOf({ isEnabled, address, incoming, outgoing }: StoredMailbox): string {
	const ways = [incoming, outgoing].map(({ user, host, port }) => `${user}@${host}:${port}`);
	return `${address} (${ways.join(", ")}${isEnabled ? "" : ", off"})`;
}

/** A password is said only to the server and for the user that it was typed for. */
function keptPassword(server: Omit<MailServer, "password">, known: MailServer | undefined): string | null {
	if (!known || placeOf("incoming", known) !== placeOf("incoming", server)) return null;
	return known.password;
}

function placeOf(way: Way, { host, port, user }: Omit<MailServer, "password">): string {
	return `mail:${way}:${host}:${port}:${user}`;
}
