import type { Refusal } from "../../../shared/result.ts";
import type { Model } from "../engine/model.ts";
import { blockedEntries } from "../outbox/lanes.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";
import { nameAll } from "./name-all.ts";
import type { PendingIntent } from "./ticket-protocol.ts";

const BEHIND: Refusal = {
	code: "behind_earlier",
	message: "An earlier edit of this ticket needs you first.",
};

const SIGN_IN: Refusal = { code: "sign_in_needed", message: "Sign in to send this." };

/** All edits the desk has not taken, oldest first. */
export function outboxPayload(model: Model): readonly PendingIntent[] {
	const entries = model.generation?.outbox.entries ?? [];
	const blocked = blockedEntries(entries);
	return entries
		.filter((entry) => entry.phase !== "applied")
		.map((entry) => showEntry(model, entry, blocked.has(entry.id)));
}

function showEntry(model: Model, entry: OutboxEntry, isBlocked: boolean): PendingIntent {
	const shown = model.generation?.cache.overlay.shownOf(entry.intent.ticketId)?.ticket;
	const { state, reason } = stateOf(model, entry, isBlocked);
	const setTitle = entry.intent.set.shortDescription;
	return {
		intent: entry.intent,
		ticketNumber: shown?.number ?? entry.seen?.number ?? entry.provisionalNumber ?? "",
		ticketKind:
			shown?.kind ?? entry.seen?.kind ?? (entry.intent.type === "create" ? entry.intent.kind : "incident"),
		shortDescription: shown?.shortDescription ?? entry.seen?.shortDescription ?? setTitle ?? "",
		names: namesOf(model, entry),
		state,
		reason,
		conflict: entry.conflict && { ...entry.conflict, byName: nameOf(model, entry.conflict.byPersonId) },
		queuedAt: entry.queuedAt,
		attempts: entry.attempts,
		...(entry.waitsFor?.length ? { upload: uploadedShare(model, entry, entry.waitsFor) } : {}),
	};
}

/** How much of an edit's files the desk has, 0–1. */
function uploadedShare(model: Model, { files = [] }: OutboxEntry, waitsFor: readonly string[]): number {
	const { upload } = model.writer;
	const total = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
	const there = files.reduce((sum, { id, sizeBytes }) => {
		if (!waitsFor.includes(id)) return sum + sizeBytes;
		return upload?.attachmentId === id ? sum + upload.receivedBytes : sum;
	}, 0);
	return total === 0 ? 0 : there / total;
}

function stateOf(
	model: Model,
	entry: OutboxEntry,
	isBlocked: boolean,
): Pick<PendingIntent, "state" | "reason"> {
	if (entry.phase === "needs-you") return { state: "needs-you", reason: entry.reason };
	if (isBlocked) return { state: "waiting", reason: BEHIND };
	const { sendingIds, upload } = model.writer;
	const isUploading = upload !== null && entry.waitsFor?.includes(upload.attachmentId);
	if (isUploading || sendingIds.includes(entry.id)) return { state: "sending", reason: null };
	return standingOf(model);
}

/** Of an edit that only waits to be sent: for its turn, or for the desk. */
function standingOf({ writer }: Model): Pick<PendingIntent, "state" | "reason"> {
	if (writer.trouble) return { state: "waiting", reason: writer.trouble };
	const { state } = writer.connection;
	if (state === "live" || state === "catching-up") return { state: "queued", reason: null };
	return { state: "waiting", reason: state === "signed-out" ? SIGN_IN : null };
}

function nameOf(model: Model, personId: string | null): string | null {
	return personId === null ? null : (model.generation?.cache.things.people.get(personId)?.name ?? null);
}

function namesOf(model: Model, { intent, conflict }: OutboxEntry): Readonly<Record<string, string>> {
	if (!model.generation) return {};
	const disputed = (conflict?.fields ?? []).flatMap(({ base, mine, theirs }) => [base, mine, theirs]);
	return nameAll(model.generation.cache, [...Object.values(intent.set), ...disputed]);
}
