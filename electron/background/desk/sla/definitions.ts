import { type CompiledDefinitions, compileDefinitions } from "../../../../shared/sla/compile-definitions.ts";
import {
	BUSINESS_HOURS_ID,
	makeDefaultCalendarRecord,
	makeDefaultDefinitions,
} from "../../../../shared/sla/default-definitions.ts";
import type { Definitions } from "../../../../shared/sla/policy.ts";
import type { EpochMs } from "../../../../shared/ticket/ticket.ts";
import { getSetting, putSetting, SETTING } from "../../store/settings.ts";
import { fromCalendarRow, fromPolicyRow, toCalendarRow, toPolicyRow } from "../../store/sla-rows.ts";
import type { DeskDatabase, Store, WriteScope } from "../../store/store.ts";

/** Everything that clocks depend on besides the tickets, with all versions. */
export async function readDefinitions(database: DeskDatabase): Promise<Definitions> {
	const calendars = await database.selectFrom("sla_calendar").selectAll().orderBy("id").execute();
	const policies = await database.selectFrom("sla_policy").selectAll().orderBy("id").execute();
	return { calendars: calendars.map(fromCalendarRow), policies: policies.map(fromPolicyRow) };
}

/** The newest few, by what they say: compiling builds up the days of calendars, so it is done once. */
const compiled = new Map<string, CompiledDefinitions>();
const KEPT = 4;

/** The desk's definitions, ready to answer: the same object until one of them is edited. */
export async function readCompiledDefinitions(database: DeskDatabase): Promise<CompiledDefinitions> {
	const definitions = await readDefinitions(database);
	const key = JSON.stringify(definitions);
	const known = compiled.get(key);
	if (known) return known;
	const made = compileDefinitions(definitions);
	compiled.set(key, made);
	for (const oldest of compiled.keys()) {
		if (compiled.size <= KEPT) break;
		compiled.delete(oldest);
	}
	return made;
}

/** Puts the defaults there once; what people made of them is left alone. */
export async function ensureDefinitions(store: Store, now: EpochMs): Promise<void> {
	await store.write(async (scope) => {
		const { calendars, policies } = await readDefinitions(scope.tx);
		if (calendars.length > 0 || policies.length > 0) return;
		const zone = (await getSetting<string>(scope.tx, SETTING.zone)) ?? "UTC";
		const defaults = makeDefaultDefinitions(zone, now);
		for (const record of defaults.calendars) {
			await scope.tx.insertInto("sla_calendar").values(toCalendarRow(record)).execute();
			scope.logChange("calendar", record.id);
		}
		for (const record of defaults.policies) {
			await scope.tx.insertInto("sla_policy").values(toPolicyRow(record)).execute();
			scope.logChange("policy", record.id);
		}
	});
}

/** Gives a desk its zone while it has none; business hours that nobody has edited are in it from the start. */
export async function adoptZone({ tx, logChange }: WriteScope, zone: string): Promise<void> {
	if ((await getSetting(tx, SETTING.zone)) !== null) return;
	await putSetting(tx, SETTING.zone, zone);
	const row = await tx
		.selectFrom("sla_calendar")
		.selectAll()
		.where("id", "=", BUSINESS_HOURS_ID)
		.executeTakeFirst();
	const [first, ...later] = row ? fromCalendarRow(row).versions : [];
	if (!first || later.length > 0) return;
	const record = makeDefaultCalendarRecord(zone, first.savedAt);
	await tx
		.updateTable("sla_calendar")
		.set({ versions: toCalendarRow(record).versions })
		.where("id", "=", record.id)
		.execute();
	logChange("calendar", record.id);
}
