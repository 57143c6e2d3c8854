import type { Attachment } from "../../../shared/api/attachments.ts";
import type { EpochMs } from "../../../shared/ticket/ticket.ts";

/** A file chosen on this workstation, with its bytes. */
export interface ChosenFile extends Attachment {
	readonly personId: string;
	/** The draft it belongs to; `null` once an entry of the outbox names it. */
	readonly draftKey: string | null;
	readonly addedAt: EpochMs;
	readonly blob: Blob;
}

/** Files chosen here, beside the outbox and as strict: on disk before anybody sees them attached. */
export interface FileStore {
	readonly add: (file: ChosenFile) => Promise<void>;
	readonly read: (id: string) => Promise<ChosenFile | undefined>;
	/** In the order of choosing. */
	readonly ofDraft: (personId: string, draftKey: string) => Promise<readonly ChosenFile[]>;
	readonly list: (personId: string) => Promise<readonly ChosenFile[]>;
	/** Into a draft, or out of any: those that nobody names are forgotten later. */
	readonly move: (ids: readonly string[], draftKey: string | null) => Promise<void>;
	readonly remove: (ids: readonly string[]) => Promise<void>;
}
