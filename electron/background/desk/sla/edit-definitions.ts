import type { CalendarEdit, PolicyEdit, PolicyInput } from "../../../../shared/api/sla.ts";
import { ok, type Refusal, type Result, refuse } from "../../../../shared/result.ts";
import type { Calendar, CalendarRecord } from "../../../../shared/sla/calendar.ts";
import { judgeCalendar } from "../../../../shared/sla/judge-calendar.ts";
import { type CalendarsById, judgePolicy, judgeSupplier } from "../../../../shared/sla/judge-policy.ts";
import type { ClockPolicy, Definitions, PolicyRecord } from "../../../../shared/sla/policy.ts";
import { newestOf, type Version } from "../../../../shared/sla/versions.ts";
import type { EpochMs } from "../../../../shared/ticket/ticket.ts";
import { makeId } from "../../store/crypto.ts";
import { toCalendarRow, toPolicyRow } from "../../store/sla-rows.ts";
import type { DeskTransaction, Store, WriteScope } from "../../store/store.ts";
import { readDefinitions } from "./definitions.ts";

/** Who edits, and when. */
export interface Editor {
	readonly store: Store;
	readonly personId: string | null;
	readonly now: EpochMs;
}

/** What is saved a moment late is meant to apply at once. */
const LATE_MS = 60_000;

/** A new calendar: nothing counts by it yet, so it has always been so. */
export function addCalendar(calendar: Calendar, editor: Editor): Promise<Result<CalendarRecord>> {
	return write(editor, async (scope) => {
		const judged = judgeCalendar(calendar);
		if (!judged.ok) return judged;
		const version = { ...calendar, version: 1, effectiveFrom: 0, ...savedBy(editor) };
		return ok(await putCalendar(scope, { id: makeId(), versions: [version] }));
	});
}

/** Another version of a calendar. Codes besides those of `judgeCalendar`: `edited_meanwhile`, `effective_in_past`. */
export function editCalendar(
	id: string,
	{ calendar, effectiveFrom, baseVersion }: CalendarEdit,
	editor: Editor,
): Promise<Result<CalendarRecord>> {
	return write(editor, async (scope) => {
		const definitions = await readDefinitions(scope.tx);
		const record = definitions.calendars.find((candidate) => candidate.id === id);
		if (!record) return refuse("not_found", "There is no such calendar at this desk.");
		const next = nextVersion(record.versions, { effectiveFrom, baseVersion }, editor);
		if (!next.ok) return next;
		const judged = judgeCalendar(calendar);
		if (!judged.ok) return judged;
		const misfit = findBrokenPolicy(definitions, id, calendar);
		if (misfit) return { ok: false, error: misfit };
		return ok(
			await putCalendar(scope, { id, versions: [...record.versions, { ...calendar, ...next.value }] }),
		);
	});
}

/** A new promise, from its date on. */
export function addPolicy(
	{ party, measure, policy, effectiveFrom }: PolicyInput,
	editor: Editor,
): Promise<Result<PolicyRecord>> {
	return write(editor, async (scope) => {
		const next = nextVersion([], { effectiveFrom, baseVersion: 0 }, editor);
		if (!next.ok) return next;
		const misfit = await findMisfit(scope.tx, { party, measure }, policy);
		if (misfit) return { ok: false, error: misfit };
		const versions = [{ ...policy, ...next.value }];
		return ok(await putPolicy(scope, { id: makeId(), party, measure, versions }));
	});
}

/** Another version of a policy. Codes besides those of `judgePolicy`: as of `editCalendar`, `bad_supplier` and `no_such_team`. */
export function editPolicy(
	id: string,
	{ policy, effectiveFrom, baseVersion }: PolicyEdit,
	editor: Editor,
): Promise<Result<PolicyRecord>> {
	return write(editor, async (scope) => {
		const { policies } = await readDefinitions(scope.tx);
		const record = policies.find((candidate) => candidate.id === id);
		if (!record) return refuse("not_found", "There is no such policy at this desk.");
		const next = nextVersion(record.versions, { effectiveFrom, baseVersion }, editor);
		if (!next.ok) return next;
		const misfit = await findMisfit(scope.tx, record, policy);
		if (misfit) return { ok: false, error: misfit };
		return ok(
			await putPolicy(scope, { ...record, versions: [...record.versions, { ...policy, ...next.value }] }),
		);
	});
}

function nextVersion(
	versions: readonly Version[],
	{ effectiveFrom, baseVersion }: { readonly effectiveFrom: EpochMs | null; readonly baseVersion: number },
	editor: Editor,
): Result<Version> {
	const newest = newestOf(versions)?.version ?? 0;
	if (newest !== baseVersion)
		return refuse(
			"edited_meanwhile",
			`Somebody else saved version ${newest} meanwhile. Look at it, then save again.`,
			"baseVersion",
		);
	if (effectiveFrom !== null && effectiveFrom < editor.now - LATE_MS)
		return refuse(
			"effective_in_past",
			"An edit can’t apply from before now: what was counted stays counted.",
			"effectiveFrom",
		);
	const from = Math.max(effectiveFrom ?? editor.now, editor.now);
	return ok({ version: newest + 1, effectiveFrom: from, ...savedBy(editor) });
}

function savedBy({ personId, now }: Editor): Pick<Version, "savedAt" | "savedById"> {
	return { savedAt: now, savedById: personId };
}

/** A calendar must not put the due times of priorities out of order. */
function findBrokenPolicy(definitions: Definitions, id: string, calendar: Calendar): Refusal | null {
	const calendars = new Map(calendarsOf(definitions)).set(id, calendar);
	for (const { measure, versions } of definitions.policies) {
		const policy = newestOf(versions);
		if (!policy?.isActive || !policy.targets.some(({ calendarId }) => calendarId === id)) continue;
		const judged = judgePolicy(measure, policy, calendars);
		if (!judged.ok)
			return {
				code: judged.error.code,
				message: `The policy “${policy.name}” would no longer fit. ${judged.error.message}`,
			};
	}
	return null;
}

async function findMisfit(
	tx: DeskTransaction,
	{ party, measure }: Pick<PolicyRecord, "party" | "measure">,
	policy: ClockPolicy,
): Promise<Refusal | null> {
	const supplied = judgeSupplier(party, policy);
	if (!supplied.ok) return supplied.error;
	const judged = judgePolicy(measure, policy, calendarsOf(await readDefinitions(tx)));
	if (!judged.ok) return judged.error;
	const named = policy.thresholds.flatMap(({ actions }) =>
		actions.flatMap((action) => (action.kind === "reassign" ? [action.teamId] : [])),
	);
	const teamIds = new Set([...policy.teamIds, ...named]);
	const rows = await tx
		.selectFrom("team")
		.select("id")
		.where("id", "in", [...teamIds, ""])
		.execute();
	const known = new Set(rows.map((row) => row.id));
	const unknown = [...teamIds].find((teamId) => !known.has(teamId));
	if (unknown === undefined) return null;
	const path = policy.teamIds.includes(unknown) ? "teamIds" : "thresholds";
	return { code: "no_such_team", message: "It names a team that is not at this desk.", path };
}

/** Each as it was saved last. */
function calendarsOf({ calendars }: Definitions): CalendarsById {
	return new Map(
		calendars.flatMap(({ id, versions }) => {
			const newest = newestOf(versions);
			return newest ? [[id, newest] as const] : [];
		}),
	);
}

async function putCalendar({ tx, logChange }: WriteScope, record: CalendarRecord): Promise<CalendarRecord> {
	await tx.replaceInto("sla_calendar").values(toCalendarRow(record)).execute();
	logChange("calendar", record.id);
	return record;
}

async function putPolicy({ tx, logChange }: WriteScope, record: PolicyRecord): Promise<PolicyRecord> {
	await tx.replaceInto("sla_policy").values(toPolicyRow(record)).execute();
	logChange("policy", record.id);
	return record;
}

async function write<Value>(
	{ store }: Editor,
	work: (scope: WriteScope) => Promise<Result<Value>>,
): Promise<Result<Value>> {
	const { value } = await store.write((scope) => {
		scope.afterCommit(() => store.events.emit("definitions.changed", {}));
		return work(scope);
	});
	return value;
}
