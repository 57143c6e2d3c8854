import type { Team } from "../../../shared/api/directory.ts";
import type { TeamPatch } from "../../../shared/api/people.ts";
import { ok, type Refusal, type Result, refuse } from "../../../shared/result.ts";
import { makeId } from "../store/crypto.ts";
import { toTeamRow } from "../store/rows.ts";
import type { DeskTransaction, Store } from "../store/store.ts";
import { type Act, recordAudit } from "./audit.ts";
import { findTeam, listTeams } from "./directory.ts";

export async function createTeam(store: Store, name: string, act: Act): Promise<Result<Team>> {
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<Team>> => {
		const taken = await refuseTaken(tx, name, null);
		if (taken) return { ok: false, error: taken };
		const team: Team = { id: makeId(), name, isActive: true };
		await tx.insertInto("team").values(toTeamRow(team)).execute();
		logChange("team", team.id);
		await recordAudit(tx, act, { action: "team.made", teamId: team.id, to: name });
		return ok(team);
	});
	return value;
}

/** Renames a team, or says whether tickets may be given to it; those that it has stay with it. */
export async function changeTeam(
	store: Store,
	teamId: string,
	{ patch, act }: { readonly patch: TeamPatch; readonly act: Act },
): Promise<Result<Team>> {
	const { value } = await store.write(async ({ tx, logChange }): Promise<Result<Team>> => {
		const team = await findTeam(tx, teamId);
		if (!team) return refuse("not_found", "There is no such team at this desk.");
		const after: Team = { ...team, name: patch.name ?? team.name, isActive: patch.isActive ?? team.isActive };
		const taken = after.name === team.name ? null : await refuseTaken(tx, after.name, teamId);
		if (taken) return { ok: false, error: taken };
		if (after.name !== team.name)
			await recordAudit(tx, act, { action: "team.renamed", teamId, from: team.name, to: after.name });
		if (after.isActive !== team.isActive) {
			const action = after.isActive ? "team.activated" : "team.deactivated";
			await recordAudit(tx, act, { action, teamId });
		}
		await tx.updateTable("team").set(toTeamRow(after)).where("id", "=", teamId).execute();
		logChange("team", teamId);
		return ok(after);
	});
	return value;
}

async function refuseTaken(tx: DeskTransaction, name: string, ownId: string | null): Promise<Refusal | null> {
	const key = name.toLowerCase();
	const taken = (await listTeams(tx)).find((team) => team.id !== ownId && team.name.toLowerCase() === key);
	return taken ? refuse("name_taken", `There is a team “${taken.name}” already.`, "name").error : null;
}
