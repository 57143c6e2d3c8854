import type { Check, CheckInput, CheckPatch, CheckTarget } from "../../../shared/api/checks.ts";
import { ok, type Refusal, type Result, refuse } from "../../../shared/result.ts";
import { makeId } from "../store/crypto.ts";
import { fromCheckRow, toCheckRow } from "../store/monitoring-rows.ts";
import type { DeskDatabase, DeskTransaction, Store } from "../store/store.ts";

/** The checks as people define them: made, changed and removed in the database; the monitor hears by events. */
export class CheckCatalogue {
	readonly #store: Store;

	constructor(store: Store) {
		this.#store = store;
	}

	async all(): Promise<readonly Check[]> {
		const rows = await this.#store.reader.selectFrom("check_definition").selectAll().orderBy("id").execute();
		return rows.map(fromCheckRow);
	}

	async create(input: CheckInput): Promise<Result<Check>> {
		const check: Check = { ...input, id: makeId(), state: "unknown", stateSince: null, revision: 1 };
		return this.#save(check.id, async (tx) => {
			const refusal = await findMissing(tx, check);
			if (refusal) return { ok: false, error: refusal };
			await tx.insertInto("check_definition").values(toCheckRow(check)).execute();
			return ok(check);
		});
	}

	/** A paused check is known to nobody: its state becomes `unknown`. */
	async patch(checkId: string, patch: CheckPatch): Promise<Result<Check>> {
		let before: Check | null = null;
		const saved = await this.#save(checkId, async (tx) => {
			before = await findCheck(tx, checkId);
			if (!before) return noSuchCheck(checkId);
			const check = applyPatch(before, patch);
			const refusal = await findMissing(tx, check);
			if (refusal) return { ok: false, error: refusal };
			await updateCheck(tx, check);
			return ok(check);
		});
		if (saved.ok && before) this.#announcePause(before, saved.value);
		return saved;
	}

	async remove(checkId: string): Promise<Result<null>> {
		const { value } = await this.#store.write(async ({ tx, logChange, afterCommit }) => {
			const { numDeletedRows } = await tx
				.deleteFrom("check_definition")
				.where("id", "=", checkId)
				.executeTakeFirst();
			if (numDeletedRows === 0n) return noSuchCheck(checkId);
			logChange("check", checkId, true);
			afterCommit(() => this.#store.events.emit("check.removed", { checkId }));
			return ok(null);
		});
		return value;
	}

	async #save(
		checkId: string,
		work: (tx: DeskTransaction) => Promise<Result<Check>>,
	): Promise<Result<Check>> {
		const { value } = await this.#store.write(async ({ tx, logChange, afterCommit }) => {
			const result = await work(tx);
			if (!result.ok) return result;
			logChange("check", checkId);
			afterCommit(() => this.#store.events.emit("check.saved", { check: result.value }));
			return result;
		});
		return value;
	}

	#announcePause(before: Check, check: Check): void {
		if (before.state === check.state) return;
		this.#store.events.emit("check.state", {
			check,
			from: before.state,
			to: check.state,
			since: check.stateSince ?? Date.now(),
			result: null,
		});
	}
}

export function noSuchCheck(checkId: string) {
	return refuse("not_found", `There is no check “${checkId}”.`);
}

/** Reads one check on any connection. */
export async function findCheck(database: DeskDatabase, checkId: string): Promise<Check | null> {
	const row = await database
		.selectFrom("check_definition")
		.selectAll()
		.where("id", "=", checkId)
		.executeTakeFirst();
	return row ? fromCheckRow(row) : null;
}

export async function updateCheck(tx: DeskTransaction, check: Check): Promise<void> {
	const { id, ...columns } = toCheckRow(check);
	await tx.updateTable("check_definition").set(columns).where("id", "=", id).execute();
}

function applyPatch(before: Check, patch: CheckPatch): Check {
	const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
	const check: Check = { ...before, ...given, revision: before.revision + 1 };
	const isNewlyPaused = check.isPaused && !before.isPaused && before.state !== "unknown";
	return isNewlyPaused ? { ...check, state: "unknown", stateSince: Date.now() } : check;
}

/** What a check names must be there. */
async function findMissing(tx: DeskTransaction, check: Check): Promise<Refusal | null> {
	const wrongTarget = judgeTarget(check.target);
	if (wrongTarget) return wrongTarget;
	for (const [path, table, id] of [
		["ciId", "ci", check.ciId],
		["serviceId", "ci", check.serviceId],
		["teamId", "team", check.teamId],
	] as const) {
		if (id === null) continue;
		const row = await tx.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst();
		if (!row) return { code: "invalid_request", message: `${path}: there is no “${id}”.`, path };
	}
	return null;
}

/** What a host name's schema can't say: no spaces, no scheme, no path. */
function judgeTarget(target: CheckTarget): Refusal | null {
	const [path, host] =
		target.type === "tcp"
			? (["target.host", target.host] as const)
			: target.type === "dns"
				? (["target.name", target.name] as const)
				: (["target.url", ""] as const);
	if (!/[\s/@]/.test(host)) return null;
	return { code: "invalid_request", message: `${path}: expected a host name, like mail.example`, path };
}
