import { ok, type Refusal, type Result, refuse } from "../../../../shared/result.ts";
import { judgeView, mayEditView, type ViewEditor } from "../../../../shared/view/judge-view.ts";
import {
	type Audience,
	MOST_VIEWS,
	type SavedView,
	type SavedViewEdit,
	type SavedViewInput,
} from "../../../../shared/view/saved-view.ts";
import { parseJson } from "../../store/rows.ts";
import type { DeskDatabase, Store } from "../../store/store.ts";
import type { SavedViewTable } from "../../store/tables.ts";

export function fromSavedViewRow(row: SavedViewTable): SavedView {
	const { name, position, shows } = parseJson<Omit<SavedViewInput, "audience">>(row.body);
	const audience: Audience =
		row.audience === "team" ? { kind: "team", teamId: row.team_id ?? "" } : { kind: row.audience };
	return {
		id: row.id,
		version: row.version,
		name,
		audience,
		position,
		shows,
		ownerId: row.owner_id,
		editedById: row.edited_by_id,
		editedAt: row.edited_at,
	};
}

function toSavedViewRow(view: SavedView): SavedViewTable {
	const { audience, name, position, shows } = view;
	return {
		id: view.id,
		version: view.version,
		owner_id: view.ownerId,
		audience: audience.kind,
		team_id: audience.kind === "team" ? audience.teamId : null,
		body: JSON.stringify({ name, position, shows }),
		edited_by_id: view.editedById,
		edited_at: view.editedAt,
	};
}

/** Those that somebody may see: all that are shared, and their own. */
export async function listSavedViews(database: DeskDatabase, personId: string): Promise<SavedView[]> {
	const rows = await database
		.selectFrom("saved_view")
		.selectAll()
		.where(({ eb, or }) => or([eb("audience", "!=", "own"), eb("owner_id", "=", personId)]))
		.orderBy("id")
		.execute();
	return rows.map(fromSavedViewRow);
}

interface Saving {
	readonly id: string;
	readonly edit: SavedViewEdit;
	readonly editor: ViewEditor;
	readonly now: number;
}

/** Makes a view, or another version of one. The same sent twice is one. */
export async function saveView(store: Store, { id, edit, editor, now }: Saving): Promise<Result<SavedView>> {
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<SavedView>> => {
		const before = await findView(tx, id);
		if (before && isRepeated(before, edit, editor)) return ok(before);
		const refusal =
			(before && isOfSomebodyElse(before, editor) ? NOT_FOUND : null) ??
			judgeView(editor, before, edit.view.audience) ??
			(await findStale(tx, before, edit)) ??
			(await findMisplaced(tx, edit.view.audience)) ??
			(before ? null : await findTooMany(tx, edit.view.audience, editor));
		if (refusal) return { ok: false, error: refusal };
		const ownerId = before?.ownerId ?? editor.personId;
		const by = { ownerId, editedById: editor.personId, editedAt: now };
		const view: SavedView = { ...edit.view, id, version: edit.version + 1, ...by };
		const row = toSavedViewRow(view);
		await tx
			.insertInto("saved_view")
			.values(row)
			.onConflict((conflict) => conflict.column("id").doUpdateSet(row))
			.execute();
		logChange("view", id);
		return ok(view);
	});
	return value;
}

/** Takes a view away; answers what it was. */
export async function removeView(
	store: Store,
	{ id, version, editor }: { readonly id: string; readonly version: number; readonly editor: ViewEditor },
): Promise<Result<SavedView>> {
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<SavedView>> => {
		const before = await findView(tx, id);
		if (!before || isOfSomebodyElse(before, editor)) return { ok: false, error: NOT_FOUND };
		if (!mayEditView(editor, before))
			return refuse("forbidden", "Only leads and admins remove shared views.");
		const stale = await findStale(tx, before, { version });
		if (stale) return { ok: false, error: stale };
		await tx.deleteFrom("saved_view").where("id", "=", id).execute();
		logChange("view", id, true);
		return ok(before);
	});
	return value;
}

const NOT_FOUND: Refusal = { code: "not_found", message: "There is no such view at this desk." };

/** What somebody keeps for themselves is not there for others. */
function isOfSomebodyElse({ audience, ownerId }: SavedView, { personId }: ViewEditor): boolean {
	return audience.kind === "own" && ownerId !== personId;
}

async function findView(database: DeskDatabase, id: string): Promise<SavedView | null> {
	const row = await database.selectFrom("saved_view").selectAll().where("id", "=", id).executeTakeFirst();
	return row ? fromSavedViewRow(row) : null;
}

/** It was saved, only the answer was lost. */
function isRepeated(before: SavedView, edit: SavedViewEdit, editor: ViewEditor): boolean {
	const { id: _, version, ownerId: __, editedById, editedAt: ___, ...view } = before;
	const isNext = version === edit.version + 1 && editedById === editor.personId;
	return isNext && JSON.stringify(sorted(view)) === JSON.stringify(sorted(edit.view));
}

function sorted(view: SavedViewInput): readonly unknown[] {
	return [view.name, view.position, Object.entries(view.audience).toSorted(), toSortedEntries(view.shows)];
}

function toSortedEntries(shows: SavedViewInput["shows"]): readonly unknown[] {
	return Object.entries(shows).toSorted(([one], [other]) => one.localeCompare(other));
}

async function findStale(
	database: DeskDatabase,
	before: SavedView | null,
	{ version }: Pick<SavedViewEdit, "version">,
): Promise<Refusal | null> {
	if (!before)
		return version === 0 ? null : { code: "not_found", message: "This view was removed meanwhile." };
	if (before.version === version) return null;
	const by = await database
		.selectFrom("person")
		.select("name")
		.where("id", "=", before.editedById)
		.executeTakeFirst();
	const message = `${by?.name ?? "Somebody"} changed “${before.name}” meanwhile.`;
	return { code: "edited_meanwhile", message, path: "version" };
}

async function findMisplaced(database: DeskDatabase, audience: Audience): Promise<Refusal | null> {
	if (audience.kind !== "team") return null;
	const team = await database
		.selectFrom("team")
		.select("id")
		.where("id", "=", audience.teamId)
		.executeTakeFirst();
	if (team) return null;
	const message = "There is no such team at this desk.";
	return { code: "no_such_reference", message, path: "view.audience.teamId" };
}

async function findTooMany(
	database: DeskDatabase,
	audience: Audience,
	{ personId }: ViewEditor,
): Promise<Refusal | null> {
	const isOwn = audience.kind === "own";
	const kept = database.selectFrom("saved_view").select(({ fn }) => fn.countAll<number>().as("count"));
	const { count } = await (isOwn
		? kept.where("audience", "=", "own").where("owner_id", "=", personId)
		: kept.where("audience", "!=", "own")
	).executeTakeFirstOrThrow();
	const most = isOwn ? MOST_VIEWS.own : MOST_VIEWS.shared;
	if (count < most) return null;
	return { code: "too_many", message: `There are ${most} views already: remove one first.` };
}
