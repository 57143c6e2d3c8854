import type { CiEdit } from "../../../../shared/api/cis.ts";
import type { Ci, CiInput } from "../../../../shared/api/directory.ts";
import { ok, type Result, refuse } from "../../../../shared/result.ts";
import { type Act, recordAudit } from "../../people/audit.ts";
import { makeId } from "../../store/crypto.ts";
import { toCiRow } from "../../store/rows.ts";
import type { DeskTransaction, Store } from "../../store/store.ts";
import { findNaming, findWrongField, readCi } from "./cis.ts";
import { differencesOf } from "./same-ci.ts";

/** Adds a CI. Code: `invalid_ci` with the field. */
export async function createCi(store: Store, input: CiInput, act: Act): Promise<Result<Ci>> {
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<Ci>> => {
		const ci: Ci = { ...withoutAbsent(input), id: makeId() };
		const wrong = await findWrongField(tx, ci);
		if (wrong) return refuse("invalid_ci", wrong.message, wrong.field);
		await tx.insertInto("ci").values(toCiRow(ci)).execute();
		logChange("ci", ci.id);
		await recordAudit(tx, act, { action: "ci.made", to: ci.name });
		return ok(ci);
	});
	return value;
}

/** Puts another record in a CI's place. Codes: `not_found`, `edited_meanwhile`, `invalid_ci`. */
export async function editCi(
	store: Store,
	ciId: string,
	{ edit, act }: { readonly edit: CiEdit; readonly act: Act },
): Promise<Result<Ci>> {
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<Ci>> => {
		const before = await readCi(tx, ciId);
		if (!before) return refuse("not_found", "There is no such CI at this desk.");
		const revision = before.revision ?? 1;
		if (revision !== edit.baseRevision)
			return refuse(
				"edited_meanwhile",
				"Somebody else saved this CI meanwhile. Look at it, then save again.",
				"baseRevision",
			);
		const after: Ci = { ...withoutAbsent(edit.ci), id: ciId, revision: revision + 1 };
		const wrong = await findWrongField(tx, after);
		if (wrong) return refuse("invalid_ci", wrong.message, wrong.field);
		const words = await describeChange(tx, before, after);
		if (words === "") return ok(before);
		await tx.updateTable("ci").set(toCiRow(after)).where("id", "=", ciId).execute();
		logChange("ci", ciId);
		await recordAudit(tx, act, { action: "ci.changed", from: before.name, to: words });
		return ok(after);
	});
	return value;
}

/** Removes a CI that nothing names. Codes: `not_found`, `is_named`. */
export async function removeCi(store: Store, ciId: string, act: Act): Promise<Result<null>> {
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<null>> => {
		const ci = await readCi(tx, ciId);
		if (!ci) return refuse("not_found", "There is no such CI at this desk.");
		const naming = await findNaming(tx, new Set([ciId]));
		if (naming !== null)
			return refuse("is_named", `${ci.name} is named by ${naming}. Set its status to Retired instead.`);
		await tx.deleteFrom("ci").where("id", "=", ciId).execute();
		logChange("ci", ciId, true);
		await recordAudit(tx, act, { action: "ci.removed", from: ci.name });
		return ok(null);
	});
	return value;
}

async function describeChange(tx: DeskTransaction, before: Ci, after: Ci): Promise<string> {
	const names = new Map(
		[
			...(await tx.selectFrom("team").select(["id", "name"]).execute()),
			...(await tx.selectFrom("ci").select(["id", "name"]).execute()),
		].map(({ id, name }) => [id, name]),
	);
	return differencesOf(before, after, (id) => names.get(id) ?? id)
		.map(({ field, from, to }) => `${field} from ${from ?? "nothing"} to ${to ?? "nothing"}`)
		.join("; ");
}

/** A parsed object may hold a field as `undefined`. */
function withoutAbsent(input: CiInput): CiInput {
	return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as CiInput;
}
