import type { Person } from "../../../shared/api/directory.ts";
import { type Refusal, refuse } from "../../../shared/result.ts";
import { MONITORING_PERSON_ID } from "../store/ports.ts";
import { fromPersonRow } from "../store/rows.ts";
import type { DeskTransaction } from "../store/store.ts";
import type { Act } from "./audit.ts";

/** What would be taken from somebody: their rights as an admin, or their way in. */
export type Loss = "admin" | "access";

/**
 * Why nobody may take this from them: it would leave the desk without an admin, or without one that can
 * sign in; somebody would shut themselves out; or rules act as them. `null` where it may be taken.
 */
export async function findLossRefusal(
	tx: DeskTransaction,
	person: Person,
	{ loss, act }: { readonly loss: Loss; readonly act: Act },
): Promise<Refusal | null> {
	if (loss === "access" && person.id === MONITORING_PERSON_ID)
		return refuse("standing_person", "Monitoring works at every desk: it can’t be taken away.").error;
	if (loss === "access" && person.id === act.actorId)
		return refuse("yourself", "Nobody can shut themselves out: ask another admin.").error;
	if (!person.isActive || !person.roles.includes("admin")) return null;
	const admins = await findAdmins(tx);
	const others = admins.filter(({ id }) => id !== person.id);
	const canSignIn = admins.some(({ id, mayEnter }) => id === person.id && mayEnter);
	const isLast = others.length === 0 || (canSignIn && !others.some(({ mayEnter }) => mayEnter));
	if (!isLast) return null;
	return refuse("last_admin", `${person.name} is the last admin who can sign in: make another one first.`)
		.error;
}

async function findAdmins(tx: DeskTransaction): Promise<readonly { id: string; mayEnter: boolean }[]> {
	const rows = await tx
		.selectFrom("person")
		.leftJoin("account", "account.person_id", "person.id")
		.selectAll("person")
		.select("account.is_disabled")
		.where("person.is_active", "=", 1)
		.where("person.roles", "like", '%"admin"%')
		.execute();
	return rows.map((row) => ({ id: fromPersonRow(row).id, mayEnter: row.is_disabled === 0 }));
}
