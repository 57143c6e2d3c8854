import {
	type Offer,
	type OfferEdit,
	type OfferInput,
	offerSchema,
} from "../../../../shared/request/offer.ts";
import { ok, type Refusal, type Result, refuse } from "../../../../shared/result.ts";
import { makeId } from "../../store/crypto.ts";
import { parseJson } from "../../store/rows.ts";
import type { DeskDatabase, Store } from "../../store/store.ts";
import type { OfferTable } from "../../store/tables.ts";

export function fromOfferRow({ id, version, body }: OfferTable): Offer {
	return { ...parseJson<OfferInput>(body), id, version };
}

function toOfferRow({ id, version, ...body }: Offer): OfferTable {
	return { id, version, body: JSON.stringify(body) };
}

async function keepVersion(database: DeskDatabase, { id, version, body }: OfferTable): Promise<void> {
	await database.insertInto("offer_version").values({ offer_id: id, version, body }).execute();
}

/** An offer as it is and as it ever was, the newest version first; none where there is no such offer. */
export async function offerVersions(database: DeskDatabase, offerId: string): Promise<readonly OfferInput[]> {
	const rows = await database
		.selectFrom("offer_version")
		.select("body")
		.where("offer_id", "=", offerId)
		.orderBy("version", "desc")
		.execute();
	return rows.map(({ body }) => parseJson<OfferInput>(body));
}

/** All that can be or could be requested, by name. */
export async function listOffers(database: DeskDatabase): Promise<readonly Offer[]> {
	const rows = await database.selectFrom("offer").selectAll().execute();
	return rows.map(fromOfferRow).sort((one, other) => one.name.localeCompare(other.name));
}

export async function findOffer(database: DeskDatabase, offerId: string): Promise<Offer | null> {
	const row = await database.selectFrom("offer").selectAll().where("id", "=", offerId).executeTakeFirst();
	return row ? fromOfferRow(row) : null;
}

export async function addOffer(store: Store, input: OfferInput): Promise<Result<Offer>> {
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<Offer>> => {
		const refusal = await findMisnamed(tx, input);
		if (refusal) return { ok: false, error: refusal };
		const offer = offerSchema.parse({ ...input, id: makeId(), version: 1 });
		await tx.insertInto("offer").values(toOfferRow(offer)).execute();
		await keepVersion(tx, toOfferRow(offer));
		logChange("offer", offer.id);
		return ok(offer);
	});
	return value;
}

/** Saves another version; items keep what they were asked with. */
export async function editOffer(store: Store, offerId: string, edit: OfferEdit): Promise<Result<Offer>> {
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<Offer>> => {
		const before = await findOffer(tx, offerId);
		if (!before) return refuse("not_found", "There is no such offer at this desk.");
		if (before.version !== edit.version)
			return refuse("edited_meanwhile", `${before.name} was edited meanwhile: look at it again.`, "version");
		const refusal = await findMisnamed(tx, edit.offer);
		if (refusal) return { ok: false, error: refusal };
		const offer = offerSchema.parse({ ...edit.offer, id: offerId, version: before.version + 1 });
		await tx.updateTable("offer").set(toOfferRow(offer)).where("id", "=", offerId).execute();
		await keepVersion(tx, toOfferRow(offer));
		logChange("offer", offerId);
		return ok(offer);
	});
	return value;
}

/** An approver or a team that is not there, and a choice of nothing, would be found out too late. */
async function findMisnamed(database: DeskDatabase, offer: OfferInput): Promise<Refusal | null> {
	for (const [index, { type, choices, label }] of offer.fields.entries())
		if (type === "choice" && choices.length === 0)
			return misnamed(`${label} has nothing to choose from.`, `fields.${index}.choices`);
	const approvers = offer.stages.flatMap((stage) => stage.approvers);
	const teamIds = [
		...approvers.flatMap((approver) => (approver.kind === "teamLeads" ? approver.teamId : [])),
		...offer.tasks.flatMap(({ teamId }) => teamId ?? []),
	];
	const personIds = approvers.flatMap((approver) => (approver.kind === "person" ? approver.personId : []));
	const teams = await database.selectFrom("team").select("id").where("id", "in", teamIds).execute();
	const people = await database.selectFrom("person").select("id").where("id", "in", personIds).execute();
	if (teams.length < new Set(teamIds).size) return misnamed("There is no such team at this desk.", "tasks");
	if (people.length < new Set(personIds).size)
		return misnamed("There is no such person at this desk.", "stages");
	return null;
}

function misnamed(message: string, path: string): Refusal {
	return { code: "no_such_reference", message, path };
}
