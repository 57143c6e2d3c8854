import {
	DEFAULT_DESK_SETTINGS,
	type DeskSetting,
	type DeskSettings,
	type IncidentSettings,
	type PrioritySettings,
	type TravellingSetting,
	travellingSettingSchema,
} from "../../../../shared/api/desk-settings.ts";
import { ok, type Result } from "../../../../shared/result.ts";
import { judgeMatrix, type PriorityMatrix } from "../../../../shared/ticket/priority.ts";
import { type Act, recordAudit } from "../../people/audit.ts";
import { getSetting, putSetting } from "../../store/settings.ts";
import type { DeskDatabase, Store, WriteScope } from "../../store/store.ts";

export async function readIncidentSettings(database: DeskDatabase): Promise<IncidentSettings> {
	const kept = await findDeskSetting(database, "incidents");
	return kept?.id === "incidents" ? kept : DEFAULT_DESK_SETTINGS.incidents;
}

async function readPrioritySettings(database: DeskDatabase): Promise<PrioritySettings> {
	const kept = await findDeskSetting(database, "priorities");
	return kept?.id === "priorities" ? kept : DEFAULT_DESK_SETTINGS.priorities;
}

/** By which impact and urgency give a priority. */
export async function readMatrix(database: DeskDatabase): Promise<PriorityMatrix> {
	return (await readPrioritySettings(database)).matrix;
}

export async function readDeskSettings(database: DeskDatabase): Promise<DeskSettings> {
	return {
		incidents: await readIncidentSettings(database),
		priorities: await readPrioritySettings(database),
	};
}

/** As it lies there; `null` where there is none of this name. */
export async function findDeskSetting(database: DeskDatabase, id: string): Promise<TravellingSetting | null> {
	const kept = travellingSettingSchema.safeParse(await getSetting(database, id));
	return kept.data?.id === id ? kept.data : null;
}

/** Puts the defaults there once, so that consoles hear of them; what people chose is left alone. */
export async function ensureDeskSettings(store: Store): Promise<void> {
	await store.write(async (scope) => {
		for (const setting of Object.values(DEFAULT_DESK_SETTINGS))
			if ((await findDeskSetting(scope.tx, setting.id)) === null) await putDeskSetting(scope, setting);
	});
}

/** Sets one, with a line in the audit trail; tickets keep the priority that they have. Code: `matrix_not_ordered`. */
export async function changeDeskSetting(
	store: Store,
	setting: DeskSetting,
	act: Act,
): Promise<Result<DeskSetting>> {
	const judged = setting.id === "priorities" ? judgeMatrix(setting.matrix) : ok(null);
	if (!judged.ok) return judged;
	await store.write(async (scope) => {
		const before = await readDeskSettings(scope.tx);
		const [from, to] = [wordsOf(before[setting.id]), wordsOf(setting)];
		if (from === to) return;
		await putDeskSetting(scope, setting);
		const action = setting.id === "priorities" ? "priority_matrix.changed" : "incident_settings.changed";
		await recordAudit(scope.tx, act, { action, from, to });
	});
	return ok(setting);
}

async function putDeskSetting({ tx, logChange }: WriteScope, setting: DeskSetting): Promise<void> {
	await putSetting(tx, setting.id, setting);
	logChange("setting", setting.id);
}

function wordsOf(setting: DeskSetting): string {
	if (setting.id === "priorities") return setting.matrix.map((row) => row.join(" ")).join(" / ");
	const closing =
		setting.closeAfterHours === null ? "never closed" : `closed after ${setting.closeAfterHours} h`;
	return `reminded every ${setting.reminderDays} business d, ${closing}`;
}
