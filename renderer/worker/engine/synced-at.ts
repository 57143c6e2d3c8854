import type { EpochMs } from "../../../shared/ticket/ticket.ts";
import type { Model } from "./model.ts";

/** When this workstation last heard from the desk, by the desk's clock; `null` where it never did. */
export function syncedAtOf({ writer, lastSyncedAt }: Model): EpochMs | null {
	const { heardAt } = writer.connection;
	const now = heardAt === null ? null : Math.round(heardAt + writer.clockOffsetMs);
	if (now === null || lastSyncedAt === null) return now ?? lastSyncedAt;
	return Math.max(now, lastSyncedAt);
}

/** What an edit made now says of its time: what counts from it counts from no earlier than the last sync. */
export function momentOf(model: Model): { readonly occurredAt: EpochMs; readonly syncedAt?: EpochMs } {
	const now = Math.round(model.deskNow());
	const syncedAt = syncedAtOf(model);
	return syncedAt === null ? { occurredAt: now } : { occurredAt: Math.max(now, syncedAt), syncedAt };
}
