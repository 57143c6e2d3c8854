import { type MailState, NO_MAIL } from "../../../shared/api/desk-settings.ts";
import { getSetting, putSetting, SETTING } from "../store/settings.ts";
import type { WriteScope } from "../store/store.ts";

/** Tells consoles, with the change that it is about, that something became of a message or of the mailbox. */
export async function tellMailState({ tx, logChange }: WriteScope): Promise<void> {
	const before = await getSetting<MailState>(tx, SETTING.mail);
	const mailbox = await getSetting<{ readonly isEnabled: boolean }>(tx, SETTING.mailbox);
	const { unmatched } = await tx
		.selectFrom("mail_in")
		.select((select) => select.fn.countAll<number>().as("unmatched"))
		.where("state", "=", "unmatched")
		.executeTakeFirstOrThrow();
	const version = (before ?? NO_MAIL).version + 1;
	const state: MailState = { id: "mail", isOn: mailbox?.isEnabled ?? false, unmatched, version };
	await putSetting(tx, SETTING.mail, state);
	logChange("setting", state.id);
}
