import type { Attachment } from "../../../shared/api/attachments.ts";
import { INTENT_VERSION } from "../../../shared/api/intents.ts";
import { pickFields } from "../../../shared/ticket/apply.ts";
import {
	type EpochMs,
	fieldsToRemember,
	type Ticket,
	type TicketFieldName,
	type TicketPatch,
} from "../../../shared/ticket/ticket.ts";
import { PROVISIONAL_PREFIX } from "../cache/number-key.ts";
import type { NewTicket, TicketEdit } from "../protocol.ts";
import type { EntryNumbers, OutboxEntry } from "../storage/outbox-store.ts";

/** What an entry is made of beside the edit itself. */
export interface EntryMaking {
	readonly intentId: string;
	readonly personId: string;
	/** By the device's clock set right by the measured offset. */
	readonly occurredAt: EpochMs;
	/** When the desk was last heard then; absent where it never was. */
	readonly syncedAt?: EpochMs;
	readonly numbers: EntryNumbers;
	/** Files chosen here, which go to the desk ahead of the entry. */
	readonly files?: readonly Attachment[];
	/** The act that it is a part of. */
	readonly batchId?: string;
	/** The intent that it takes back. */
	readonly undoes?: string;
}

/** An entry for a ticket made here. */
export function makeCreateEntry(
	ticketId: string,
	{ kind, set, note }: NewTicket,
	{ intentId, personId, numbers, files = [], ...moment }: EntryMaking,
): OutboxEntry {
	return {
		...blankEntry(personId, numbers.order, moment.occurredAt),
		...(files.length > 0 ? { files, waitsFor: files.map(({ id }) => id) } : {}),
		id: intentId,
		intent: {
			v: INTENT_VERSION,
			id: intentId,
			ticketId,
			...moment,
			counter: numbers.order,
			type: "create",
			kind,
			set,
			...(note ? { note } : {}),
			...(files.length > 0 ? { attachmentIds: files.map(({ id }) => id) } : {}),
		},
		seen: null,
		provisionalNumber: `${PROVISIONAL_PREFIX}${numbers.provisional}`,
	};
}

/** An entry for an edit of `shown`, as the person saw it; `base` is the desk's standing of it. */
export function makeChangeEntry(
	{ shown, base }: { readonly shown: Ticket; readonly base: Ticket | null },
	{ ticketId, set, note }: TicketEdit,
	{ intentId, personId, numbers, files = [], ...about }: EntryMaking,
): OutboxEntry {
	return {
		...blankEntry(personId, numbers.order, about.occurredAt),
		...(files.length > 0 ? { files, waitsFor: files.map(({ id }) => id) } : {}),
		id: intentId,
		intent: {
			v: INTENT_VERSION,
			id: intentId,
			ticketId,
			...about,
			counter: numbers.order,
			type: "change",
			baseRevision: base?.revision ?? 0,
			base: baseValues(shown, set),
			set,
			...(note ? { note } : {}),
			...(files.length > 0 ? { attachmentIds: files.map(({ id }) => id) } : {}),
		},
		seen: base,
		provisionalNumber: null,
	};
}

/** The values the person saw, of every field in the groups of the fields set. */
export function baseValues(shown: Ticket, set: TicketPatch): TicketPatch {
	return pickFields(shown, fieldsToRemember(Object.keys(set) as TicketFieldName[]));
}

/** Without the fields that already are what they are set to. */
export function withoutSame(shown: Ticket, set: TicketPatch): TicketPatch {
	const entries = Object.entries(set).filter(([field, value]) => shown[field as TicketFieldName] !== value);
	return Object.fromEntries(entries);
}

function blankEntry(personId: string, order: number, queuedAt: EpochMs) {
	return {
		personId,
		order,
		phase: "pending",
		queuedAt,
		attempts: 0,
		reason: null,
		conflict: null,
		answer: null,
	} as const;
}
