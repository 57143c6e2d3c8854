import { type DeskSetting, type DeskSettings, deskSettingsSchema } from "../../shared/api/desk-settings.ts";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";

export function changeDeskSetting(setting: DeskSetting): Promise<Result<DeskSettings>> {
	return askDesk({
		method: "PUT",
		path: `/desk-settings/${setting.id}`,
		body: setting,
		answer: deskSettingsSchema,
	});
}
