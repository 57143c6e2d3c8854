/** What people keep for themselves, their team or everybody: saved views, replies. One way to keep them all. */
import type { Action } from "../../../../shared/permission/permission.ts";
import { ok, type Refusal, type Result, refuse } from "../../../../shared/result.ts";
import { judgeView, mayEditView, type ViewEditor } from "../../../../shared/view/judge-view.ts";
import type { Audience } from "../../../../shared/view/saved-view.ts";
import type { ShelfTable } from "../../store/kept-tables.ts";
import { parseJson } from "../../store/rows.ts";
import type { DeskDatabase, Store } from "../../store/store.ts";

/** What every kept thing says besides its own. */
export interface Kept {
	readonly id: string;
	readonly version: number;
	readonly name: string;
	readonly audience: Audience;
	readonly ownerId: string;
	readonly editedById: string;
	readonly editedAt: number;
}
type KeptInput<Thing extends Kept> = Omit<Thing, "id" | "version" | "ownerId" | "editedById" | "editedAt">;

export interface Shelf {
	readonly table: "saved_view" | "reply" | "article";
	/** In the change log, and in words. */
	readonly kind: "view" | "reply" | "article";
	/** Who may share one. */
	readonly sharing: Action;
	/** As many as one person, and all of them together, may keep. */
	readonly most: { readonly own: number; readonly shared: number };
	/** What else is written with one, or taken away. */
	readonly onKept?: (tx: DeskDatabase, row: ShelfTable) => Promise<unknown>;
	readonly onRemoved?: (tx: DeskDatabase, id: string) => Promise<unknown>;
}

export function fromShelfRow<Thing extends Kept>(row: ShelfTable): Thing {
	const audience: Audience =
		row.audience === "team" ? { kind: "team", teamId: row.team_id ?? "" } : { kind: row.audience };
	return {
		...parseJson<object>(row.body),
		id: row.id,
		version: row.version,
		audience,
		ownerId: row.owner_id,
		editedById: row.edited_by_id,
		editedAt: row.edited_at,
		// The body was parsed by the schema of its kind when it was taken.
	} as unknown as Thing;
}

function toShelfRow(thing: Kept): ShelfTable {
	const { id, version, audience, ownerId, editedById, editedAt, ...body } = thing;
	return {
		id,
		version,
		owner_id: ownerId,
		audience: audience.kind,
		team_id: audience.kind === "team" ? audience.teamId : null,
		body: JSON.stringify(body),
		edited_by_id: editedById,
		edited_at: editedAt,
	};
}

/** Those that somebody may see: all that are shared, and their own. */
export async function listKept<Thing extends Kept>(
	database: DeskDatabase,
	{ table }: Shelf,
	personId: string,
): Promise<Thing[]> {
	const rows = await database
		.selectFrom(table)
		.selectAll()
		.where(({ eb, or }) => or([eb("audience", "!=", "own"), eb("owner_id", "=", personId)]))
		.orderBy("id")
		.execute();
	return rows.map((row) => fromShelfRow<Thing>(row));
}

export interface Keeping<Thing extends Kept> {
	readonly id: string;
	/** The one that was edited; 0 makes a new one. */
	readonly version: number;
	readonly input: KeptInput<Thing>;
	readonly editor: ViewEditor;
	readonly now: number;
}

/** Makes a thing, or another version of one. The same sent twice is one. */
export async function keep<Thing extends Kept>(
	store: Store,
	shelf: Shelf,
	{ id, version, input, editor, now }: Keeping<Thing>,
): Promise<Result<Thing>> {
	const { audience } = input as Pick<Kept, "audience">;
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<Thing>> => {
		const before = await find<Thing>(tx, shelf, id);
		if (before && isRepeated(before, { version, input, editor })) return ok(before);
		const refusal =
			(before && isOfSomebodyElse(before, editor) ? notFound(shelf) : null) ??
			judgeView(editor, before, audience, shelf.sharing) ??
			(await findStale(tx, shelf, before, version)) ??
			(await findMisplaced(tx, shelf, audience)) ??
			(before ? null : await findTooMany(tx, shelf, audience, editor));
		if (refusal) return { ok: false, error: refusal };
		const ownerId = before?.ownerId ?? editor.personId;
		const by = { ownerId, editedById: editor.personId, editedAt: now };
		const thing = { ...input, id, version: version + 1, ...by } as unknown as Thing;
		const row = toShelfRow(thing);
		await tx
			.insertInto(shelf.table)
			.values(row)
			.onConflict((conflict) => conflict.column("id").doUpdateSet(row))
			.execute();
		await shelf.onKept?.(tx, row);
		logChange(shelf.kind, id);
		return ok(thing);
	});
	return value;
}

interface Removing {
	readonly id: string;
	readonly version: number;
	readonly editor: ViewEditor;
}

/** Takes a thing away; answers what it was. */
export async function removeKept<Thing extends Kept>(
	store: Store,
	shelf: Shelf,
	{ id, version, editor }: Removing,
): Promise<Result<Thing>> {
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<Thing>> => {
		const before = await find<Thing>(tx, shelf, id);
		if (!before || isOfSomebodyElse(before, editor)) return { ok: false, error: notFound(shelf) };
		if (!mayEditView(editor, before, shelf.sharing))
			return refuse("forbidden", "This is shared, and your roles do not let you remove what is.");
		const stale = await findStale(tx, shelf, before, version);
		if (stale) return { ok: false, error: stale };
		await tx.deleteFrom(shelf.table).where("id", "=", id).execute();
		await shelf.onRemoved?.(tx, id);
		logChange(shelf.kind, id, true);
		return ok(before);
	});
	return value;
}

function notFound({ kind }: Shelf): Refusal {
	return { code: "not_found", message: `There is no such ${kind} at this desk.` };
}

/** What somebody keeps for themselves is not there for others. */
function isOfSomebodyElse({ audience, ownerId }: Kept, { personId }: ViewEditor): boolean {
	return audience.kind === "own" && ownerId !== personId;
}

async function find<Thing extends Kept>(
	database: DeskDatabase,
	{ table }: Shelf,
	id: string,
): Promise<Thing | null> {
	const row = await database.selectFrom(table).selectAll().where("id", "=", id).executeTakeFirst();
	return row ? fromShelfRow<Thing>(row) : null;
}

/** It was saved, only the answer was lost. */
function isRepeated<Thing extends Kept>(
	before: Thing,
	{ version, input, editor }: Pick<Keeping<Thing>, "version" | "input" | "editor">,
): boolean {
	const { id: _, version: kept, ownerId: __, editedById, editedAt: ___, ...own } = before;
	const isNext = kept === version + 1 && editedById === editor.personId;
	return isNext && JSON.stringify(sorted(own)) === JSON.stringify(sorted(input));
}

/** The same whatever the order of its names. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).map(([name, part]) => [name, sorted(part)] as const);
	return entries.toSorted(([one], [other]) => (one < other ? -1 : 1));
}

async function findStale(
	database: DeskDatabase,
	{ kind }: Shelf,
	before: Kept | null,
	version: number,
): Promise<Refusal | null> {
	if (!before)
		return version === 0 ? null : { code: "not_found", message: `This ${kind} was removed meanwhile.` };
	if (before.version === version) return null;
	const by = await database
		.selectFrom("person")
		.select("name")
		.where("id", "=", before.editedById)
		.executeTakeFirst();
	const message = `${by?.name ?? "Somebody"} changed “${before.name}” meanwhile.`;
	return { code: "edited_meanwhile", message, path: "version" };
}

async function findMisplaced(
	database: DeskDatabase,
	{ kind }: Shelf,
	audience: Audience,
): Promise<Refusal | null> {
	if (audience.kind !== "team") return null;
	const team = await database
		.selectFrom("team")
		.select("id")
		.where("id", "=", audience.teamId)
		.executeTakeFirst();
	if (team) return null;
	const message = "There is no such team at this desk.";
	return { code: "no_such_reference", message, path: `${kind}.audience.teamId` };
}

async function findTooMany(
	database: DeskDatabase,
	{ table, kind, most }: Shelf,
	audience: Audience,
	{ personId }: ViewEditor,
): Promise<Refusal | null> {
	const isOwn = audience.kind === "own";
	const kept = database.selectFrom(table).select(({ fn }) => fn.countAll<number>().as("count"));
	const { count } = await (isOwn
		? kept.where("audience", "=", "own").where("owner_id", "=", personId)
		: kept.where("audience", "!=", "own")
	).executeTakeFirstOrThrow();
	const limit = isOwn ? most.own : most.shared;
	if (count < limit) return null;
	const many = kind === "reply" ? "replies" : `${kind}s`;
	return { code: "too_many", message: `There are ${limit} ${many} already: remove one first.` };
}
