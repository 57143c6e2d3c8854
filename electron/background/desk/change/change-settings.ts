import type { ChangeSettingsEdit } from "../../../../shared/api/change-settings.ts";
import { DEFAULT_CHANGE_SETTINGS } from "../../../../shared/change/default-settings.ts";
import {
	CHANGE_SETTINGS_ID,
	type ChangeSettings,
	type ChangeSettingsRecord,
} from "../../../../shared/change/settings.ts";
import { ok, type Result, refuse } from "../../../../shared/result.ts";
import { parseJson } from "../../store/rows.ts";
import type { DeskDatabase, Store } from "../../store/store.ts";
import type { ChangeSettingTable } from "../../store/tables.ts";

/** What was saved was checked then, so it is trusted. */
export function fromChangeSettingRow({ id, revision, content }: ChangeSettingTable): ChangeSettingsRecord {
	return { ...parseJson<ChangeSettings>(content), id, revision };
}

/** What the desk says about its changes. */
export async function readChangeSettings(database: DeskDatabase): Promise<ChangeSettingsRecord> {
	const row = await database
		.selectFrom("change_setting")
		.selectAll()
		.where("id", "=", CHANGE_SETTINGS_ID)
		.executeTakeFirst();
	return row
		? fromChangeSettingRow(row)
		: { ...DEFAULT_CHANGE_SETTINGS, id: CHANGE_SETTINGS_ID, revision: 1 };
}

/** Puts the defaults there once; what people made of them is left alone. */
export async function ensureChangeSettings(store: Store): Promise<void> {
	await store.write(async ({ tx, logChange }) => {
		const known = await tx.selectFrom("change_setting").select("id").executeTakeFirst();
		if (known) return;
		const content = JSON.stringify(DEFAULT_CHANGE_SETTINGS);
		await tx.insertInto("change_setting").values({ id: CHANGE_SETTINGS_ID, revision: 1, content }).execute();
		logChange("changeSettings", CHANGE_SETTINGS_ID);
	});
}

/** Changes parts of the settings. Code: `edited_meanwhile`. */
export async function editChangeSettings(
	store: Store,
	{ baseRevision, set }: ChangeSettingsEdit,
): Promise<Result<ChangeSettingsRecord>> {
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<ChangeSettingsRecord>> => {
		const { id, revision, ...settings } = await readChangeSettings(tx);
		if (revision !== baseRevision)
			return refuse(
				"edited_meanwhile",
				"Somebody else saved these settings meanwhile. Look at them, then save again.",
				"baseRevision",
			);
		const next: ChangeSettings = { ...settings, ...withoutAbsent(set) };
		const row = { id, revision: revision + 1, content: JSON.stringify(next) };
		await tx
			.insertInto("change_setting")
			.values(row)
			.onConflict((conflict) => conflict.column("id").doUpdateSet(row))
			.execute();
		logChange("changeSettings", id);
		return ok(fromChangeSettingRow(row));
	});
	return value;
}

/** A parsed object may hold a part as `undefined`. */
function withoutAbsent(set: ChangeSettingsEdit["set"]): Partial<ChangeSettings> {
	return Object.fromEntries(Object.entries(set).filter(([, part]) => part !== undefined));
}
