import { setImmediate } from "node:timers/promises";
import {
	CI_IMPORT_LIMITS,
	type CiImport,
	type CiImportInput,
	type CiPreview,
	type CiPreviewInput,
} from "../../../../shared/api/cis.ts";
import type { Ci } from "../../../../shared/api/directory.ts";
import { ok, type Result, refuse } from "../../../../shared/result.ts";
import { type Act, recordAudit } from "../../people/audit.ts";
import { insertRows } from "../../store/bulk.ts";
import { hashTexts, makeId } from "../../store/crypto.ts";
import { parseJson, toCiRow } from "../../store/rows.ts";
import type { DeskDatabase, Store } from "../../store/store.ts";
import { CsvUnreadableError, readCsvBatches } from "../import/csv-records.ts";
import { findNaming, readCis, readDeskBefore } from "./cis.ts";
import { guessMapping } from "./csv-columns.ts";
import type { DeskBefore, FileRecord, ImportPlan, PlannedRow, RefusedRow } from "./import-plan.ts";
import { planCis } from "./plan-cis.ts";
import { planRelations } from "./plan-relations.ts";
import { differencesOf, isSameCi } from "./same-ci.ts";

interface ReadFile {
	readonly headers: readonly string[];
	readonly records: readonly FileRecord[];
	readonly refused: readonly RefusedRow[];
}

/** What a file would change; nothing is. Codes: `unreadable`, `too_large`. */
export async function previewImport(store: Store, input: CiPreviewInput): Promise<Result<CiPreview>> {
	const file = await readFile(input.text);
	if (!file.ok) return file;
	const desk = await readDeskBefore(store.reader);
	const { plan, mapping } = makePlan(desk, file.value, input);
	return ok(describePlan(plan, { desk, mapping, file: file.value }));
}

/** Applies what was shown, as one act. Codes as of the preview, and `edited_meanwhile`. */
export async function applyImport(store: Store, input: CiImportInput, act: Act): Promise<Result<CiImport>> {
	const file = await readFile(input.text);
	if (!file.ok) return file;
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<CiImport>> => {
		const { plan } = makePlan(await readDeskBefore(tx), file.value, input);
		if (fingerprintOf(plan) !== input.fingerprint)
			return refuse(
				"edited_meanwhile",
				"Something at the desk changed since the difference was shown. Look at it again, then apply it.",
			);
		const rows = plan.planned.map(({ before, after }) => withRevision(before, after));
		await insertRows(tx, "ci", rows.map(toCiRow), { isReplacing: true });
		for (const { id } of rows) logChange("ci", id);
		const id = makeId();
		const changes = plan.planned.map(({ before, after }) => ({
			id: after.id,
			before,
			after,
		}));
		await tx
			.insertInto("ci_import")
			.values({
				id,
				at: act.now,
				changes: JSON.stringify(changes satisfies AppliedChange[]),
				undone_at: null,
			})
			.execute();
		const counts = countPlanned(plan.planned);
		await recordAudit(tx, act, { action: "ci.imported", to: describeCounts(counts) });
		return ok({ id, ...counts });
	});
	return value;
}

interface AppliedChange {
	readonly id: string;
	readonly before: Ci | null;
	readonly after: Ci;
}

/**
 * Takes a whole import back. Codes: `not_found`, `edited_meanwhile` where one of its CIs was edited since,
 * `is_named` where a new one is in use by now.
 */
export async function undoImport(store: Store, importId: string, act: Act): Promise<Result<CiImport>> {
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<CiImport>> => {
		const row = await tx.selectFrom("ci_import").selectAll().where("id", "=", importId).executeTakeFirst();
		if (!row || row.undone_at !== null) return refuse("not_found", "There is no such import to take back.");
		const changes = parseJson<readonly AppliedChange[]>(row.changes);
		const now = new Map((await readCis(tx)).map((ci) => [ci.id, ci]));
		const refused = await refuseUndo(tx, changes, now);
		if (refused) return refused;
		const fresh = changes.filter(({ before }) => before === null);
		for (const { id } of fresh) {
			await tx.deleteFrom("ci").where("id", "=", id).execute();
			logChange("ci", id, true);
		}
		const restored = changes.flatMap(({ id, before }) =>
			before ? [withRevision(now.get(id) ?? null, before)] : [],
		);
		await insertRows(tx, "ci", restored.map(toCiRow), { isReplacing: true });
		for (const { id } of restored) logChange("ci", id);
		await tx.updateTable("ci_import").set({ undone_at: act.now }).where("id", "=", importId).execute();
		const counts = { fresh: fresh.length, changed: restored.length };
		await recordAudit(tx, act, { action: "ci.import_undone", from: describeCounts(counts) });
		return ok({ id: importId, ...counts });
	});
	return value;
}

async function refuseUndo(
	database: DeskDatabase,
	changes: readonly AppliedChange[],
	now: ReadonlyMap<string, Ci>,
): Promise<Extract<Result<never>, { readonly ok: false }> | null> {
	const edited = changes.find(({ id, after }) => {
		const found = now.get(id);
		return !found || !isSameCi(found, after);
	});
	if (edited) {
		const name = now.get(edited.id)?.name ?? edited.before?.name ?? edited.id;
		return refuse("edited_meanwhile", `${name} was changed since. The import stays as it is.`);
	}
	const fresh = new Set(changes.flatMap(({ id, before }) => (before === null ? [id] : [])));
	// CIs that the import itself changed go back to what they were: they name none of its new ones then.
	const naming =
		fresh.size === 0
			? null
			: await findNaming(
					database,
					fresh,
					changes.map(({ id }) => id),
				);
	return naming === null
		? null
		: refuse("is_named", `A CI that came with it is named by ${naming} by now. The import stays as it is.`);
}

function withRevision(before: Ci | null, after: Ci): Ci {
	return before ? { ...after, revision: (before.revision ?? 1) + 1 } : after;
}

async function readFile(text: string): Promise<Result<ReadFile>> {
	const refused: RefusedRow[] = [];
	const records: FileRecord[] = [];
	try {
		for await (const batch of readCsvBatches(pieces(text.replace(/^\uFEFF/, "")))) {
			for (const item of batch) {
				if ("fields" in item) records.push(item);
				else refused.push({ line: item.line, column: null, message: item.reason, value: "" });
			}
			if (records.length > CI_IMPORT_LIMITS.rows)
				return refuse("too_large", `A file has at most ${CI_IMPORT_LIMITS.rows} rows.`, "text");
			await setImmediate(); // other requests have their turn
		}
	} catch (error) {
		if (error instanceof CsvUnreadableError) return refuse("unreadable", error.message, "text");
		throw error;
	}
	const [header, ...rest] = records;
	if (!header) return refuse("unreadable", "There is no row in this file that can be read.", "text");
	return ok({ headers: header.fields, records: rest, refused });
}

const PIECE_LENGTH = 65_536;

async function* pieces(text: string): AsyncGenerator<string> {
	for (let from = 0; from < text.length; from += PIECE_LENGTH) yield text.slice(from, from + PIECE_LENGTH);
}

function makePlan(
	desk: DeskBefore,
	{ headers, records, refused }: ReadFile,
	{ form, mapping }: CiPreviewInput,
): { readonly plan: ImportPlan; readonly mapping: Readonly<Record<string, number | null>> } {
	const used = mapping ?? guessMapping(form, headers);
	const plan =
		form === "cis"
			? planCis(desk, { records, mapping: used, makeId })
			: planRelations(desk, { records, mapping: used });
	return { plan: { ...plan, refused: [...refused, ...plan.refused] }, mapping: used };
}

interface PlanContext {
	readonly desk: DeskBefore;
	readonly mapping: Readonly<Record<string, number | null>>;
	readonly file: ReadFile;
}

function describePlan(plan: ImportPlan, { desk, mapping, file }: PlanContext): CiPreview {
	const names = new Map([...desk.cis, ...desk.teams].map(({ id, name }) => [id, name]));
	const nameOf = (id: string): string => names.get(id) ?? id;
	const { shown } = CI_IMPORT_LIMITS;
	const describe = ({ line, before, after }: PlannedRow): CiPreview["fresh"][number] => ({
		line,
		name: after.name,
		externalId: after.externalId ?? null,
		changes: [...differencesOf(before, after, nameOf)],
	});
	const fresh = plan.planned.filter(({ before }) => before === null);
	const changed = plan.planned.filter(({ before }) => before !== null);
	return {
		headers: [...file.headers],
		mapping,
		rows: file.records.length + file.refused.length,
		counts: {
			...countPlanned(plan.planned),
			unchanged: plan.unchanged,
			missing: plan.missing.length,
			refused: plan.refused.length,
		},
		fresh: fresh.slice(0, shown).map(describe),
		changed: changed.slice(0, shown).map(describe),
		missing: plan.missing
			.slice(0, shown)
			.map(({ id, name, externalId }) => ({ id, name, externalId: externalId ?? "" })),
		refused: plan.refused.slice(0, shown),
		fingerprint: fingerprintOf(plan),
	};
}

/** The same for the same difference; new CIs have another id each time. */
function fingerprintOf({ planned }: ImportPlan): string {
	return hashTexts(
		planned.map(({ before, after }) => JSON.stringify([before, before ? after : { ...after, id: "" }])),
	);
}

function countPlanned(planned: readonly PlannedRow[]): { readonly fresh: number; readonly changed: number } {
	const fresh = planned.filter(({ before }) => before === null).length;
	return { fresh, changed: planned.length - fresh };
}

function describeCounts({ fresh, changed }: { readonly fresh: number; readonly changed: number }): string {
	return `${fresh} new, ${changed} changed`;
}
