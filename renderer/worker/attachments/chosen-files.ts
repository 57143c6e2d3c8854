import { ATTACHMENT_LIMITS, type Attachment } from "../../../shared/api/attachments.ts";
import { judgeFile } from "../../../shared/attachment/judge-file.ts";
import { HEAD_BYTES } from "../../../shared/attachment/media-types.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import type { ChosenFile, FileStore } from "../storage/file-store.ts";
import type { OutboxEntry, OutboxPhase, OutboxStore } from "../storage/outbox-store.ts";

/** What was discarded can be put back for so long. */
const KEEP_UNNAMED_MS = 86_400_000;
const ALL_PHASES: readonly OutboxPhase[] = ["pending", "needs-you", "applied", "settled"];

export interface ChosenFilesOptions {
	readonly store: OutboxStore;
	readonly personId: string;
	/** Of one file, as the desk is set now. */
	readonly maxBytes: () => number;
	readonly now: () => number;
	readonly makeId: () => string;
}

/** One person's files on this workstation: of drafts, and of edits that the desk may not have yet. */
export class ChosenFiles {
	readonly #options: ChosenFilesOptions;

	constructor(options: ChosenFilesOptions) {
		this.#options = options;
	}

	get #files(): FileStore {
		return this.#options.store.files;
	}

	/** Judged at once and written strict: `ok` means kept. */
	async choose(draftKey: string, name: string, blob: Blob): Promise<Result<Attachment>> {
		const { personId, maxBytes, now, makeId } = this.#options;
		const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
		const judged = judgeFile({ name, sizeBytes: blob.size, head }, maxBytes());
		if (!judged.ok) return judged;
		if ((await this.ofDraft(draftKey)).length >= ATTACHMENT_LIMITS.perIntent) {
			const message = `At most ${ATTACHMENT_LIMITS.perIntent} files go with one note; “${judged.value.name}” is one more.`;
			return refuse("attachment_too_many", message);
		}
		const attachment = { id: makeId(), ...judged.value, sizeBytes: blob.size };
		try {
			await this.#files.add({ ...attachment, personId, draftKey, addedAt: Math.round(now()), blob });
			return ok(attachment);
		} catch (error) {
			return refuse("not_saved", `“${attachment.name}” could not be kept on this device (${String(error)}).`);
		}
	}

	async ofDraft(draftKey: string): Promise<readonly Attachment[]> {
		return (await this.#files.ofDraft(this.#options.personId, draftKey)).map(describeFile);
	}

	/** Takes a file out of its draft; one that an edit names already stays. */
	async remove(id: string): Promise<void> {
		const file = await this.read(id);
		if (file?.draftKey) await this.#files.remove([id]);
	}

	/** The chosen files that a new edit names; refused where one of them went with another edit. */
	async forEdit(ids: readonly string[]): Promise<Result<readonly Attachment[]>> {
		const files = await Promise.all(ids.map((id) => this.read(id)));
		const found = files.flatMap((file) => (file?.draftKey ? describeFile(file) : []));
		if (found.length === ids.length) return ok(found);
		return refuse("attachment_taken", "A file of this note was removed or sent in another window.");
	}

	/** `undefined` where it is not here, or somebody else's. */
	async read(id: string): Promise<ChosenFile | undefined> {
		const file = await this.#files.read(id);
		return file?.personId === this.#options.personId ? file : undefined;
	}

	/** Removes what neither a draft nor an edit names any more. */
	async sweep(): Promise<void> {
		const { store, personId, now } = this.#options;
		const files = await this.#files.list(personId);
		if (files.length === 0) return;
		const named = new Set((await store.list(personId, ALL_PHASES)).flatMap(attachmentIdsOf));
		const before = now() - KEEP_UNNAMED_MS;
		const unused = files.filter(
			({ id, draftKey, addedAt }) => draftKey === null && addedAt < before && !named.has(id),
		);
		await this.#files.remove(unused.map(({ id }) => id));
	}
}

function attachmentIdsOf({ intent }: OutboxEntry): readonly string[] {
	return intent.attachmentIds ?? [];
}

function describeFile({ id, name, mediaType, sizeBytes }: ChosenFile): Attachment {
	return { id, name, mediaType, sizeBytes };
}
