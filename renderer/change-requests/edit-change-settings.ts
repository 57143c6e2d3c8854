import { type ChangeSettingsEdit, changeSettingsRecordSchema } from "../../shared/api/change-settings.ts";
import type { ChangeSettingsRecord } from "../../shared/change/settings.ts";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";

/** Saves parts of what the desk says about its changes. */
export function editChangeSettings(edit: ChangeSettingsEdit): Promise<Result<ChangeSettingsRecord>> {
	return askDesk({
		method: "PATCH",
		path: "/change-settings",
		body: edit,
		answer: changeSettingsRecordSchema,
	});
}
