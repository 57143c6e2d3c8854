import type { Store } from "../store/store.ts";
import { type Act, recordAudit } from "./audit.ts";
import { endSessions } from "./sessions.ts";

/** Somebody ends sign-ins of a person, perhaps their own; answers how many. */
export async function endSessionsByPerson(
	store: Store,
	personId: string,
	by: { readonly act: Act; readonly only?: string; readonly except?: string | null },
): Promise<number> {
	const { act, ...which } = by;
	const { value } = await store.write(async ({ tx, afterCommit }) => {
		const count = await endSessions(tx, personId, { reason: "ended-by-person", now: act.now, ...which });
		if (count === 0) return 0;
		await recordAudit(tx, act, { action: "sessions.ended", personId, to: String(count) });
		afterCommit(() => store.events.emit("rights.changed", { personId }));
		return count;
	});
	return value;
}
