import { ATTACHMENT_CHANGED } from "../../../shared/api/attachments.ts";
import type { Clock } from "../clock.ts";
import type { Http, HttpFailure } from "../http.ts";
import { blockedEntries } from "../outbox/lanes.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { needsYou } from "../outbox/take-result.ts";
import type { FileStore } from "../storage/file-store.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";
import { SendingPace } from "../sync/sending-pace.ts";
import { sendFile } from "./send-file.ts";

/** What the uploader needs of the window that writes. */
export interface UploaderHost {
	readonly http: Http;
	readonly outbox: () => Outbox | null;
	readonly files: FileStore;
	readonly canSend: () => boolean;
	/** What is being uploaded changed, or how far it is. */
	readonly onChange: () => void;
	/** An edit has all its files at the desk. */
	readonly onUploaded: () => void;
	readonly onSignedOut: () => void;
	readonly clock: Clock;
	readonly random?: () => number;
}

/** The file on its way, and how much of it the desk has. */
export interface UploadProgress {
	readonly attachmentId: string;
	readonly receivedBytes: number;
}

/** Refusals that sending all of it once more may cure: the desk forgot what it had, or it arrived damaged. */
const CURABLE: ReadonlySet<string> = new Set([ATTACHMENT_CHANGED, "not_found", "out_of_order"]);

/** Brings files to the desk ahead of the edits that name them; edits without files never wait for it. */
export class Uploader {
	readonly #host: UploaderHost;
	readonly #pace: SendingPace;
	/** Files that are being sent a second time. */
	readonly #again = new Set<string>();
	#progress: UploadProgress | null = null;

	constructor(host: UploaderHost) {
		this.#host = host;
		this.#pace = new SendingPace(host);
	}

	get progress(): UploadProgress | null {
		return this.#progress;
	}

	/** There may be something to upload. */
	kick(): void {
		this.#pace.kick();
	}

	/** Try now instead of waiting. */
	hurry(): void {
		this.#pace.hurry();
	}

	async run(signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			const outbox = this.#host.canSend() ? this.#host.outbox() : null;
			const entry = outbox ? nextUpload(outbox.entries) : undefined;
			const attachmentId = entry?.waitsFor?.[0];
			if (outbox && entry && attachmentId) await this.#upload(outbox, entry, attachmentId, signal);
			else await this.#pace.untilKicked(signal);
		}
	}

	async #upload(outbox: Outbox, entry: OutboxEntry, id: string, signal: AbortSignal): Promise<void> {
		const { files, http, onUploaded } = this.#host;
		const file = await files.read(id);
		if (!file) return setAside(outbox, entry.id, GONE);
		this.#setProgress({ attachmentId: id, receivedBytes: 0 });
		const onReceived = (receivedBytes: number) => this.#setProgress({ attachmentId: id, receivedBytes });
		const sent = await sendFile(file, { http, signal, onReceived });
		this.#setProgress(null);
		if (!sent.ok) return this.#fail(outbox, entry, id, sent.error, signal);
		this.#again.delete(id);
		this.#pace.noteSuccess();
		await outbox.update([entry.id], (known) => arrived(known, id));
		onUploaded();
	}

	async #fail(
		outbox: Outbox,
		entry: OutboxEntry,
		id: string,
		failure: HttpFailure,
		signal: AbortSignal,
	): Promise<void> {
		if (signal.aborted) return;
		switch (failure.kind) {
			case "signed-out":
				this.#host.onSignedOut();
				await this.#pace.untilKicked(signal);
				return;
			case "busy":
			case "unreachable": {
				const afterMs = failure.kind === "busy" ? (failure.retryAfterMs ?? 0) : 0;
				await this.#pace.afterFailure(signal, afterMs);
				return;
			}
			case "refused":
				if (CURABLE.has(failure.code) && !this.#again.has(id)) this.#again.add(id);
				else {
					this.#again.delete(id);
					await setAside(outbox, entry.id, failure);
					this.#host.onChange();
				}
		}
	}

	#setProgress(progress: UploadProgress | null): void {
		this.#progress = progress;
		this.#host.onChange();
	}
}

const GONE = {
	code: "attachment_gone",
	message: "A file of this edit is no longer on this device. Discard the edit, or attach the file again.",
};

/** The oldest edit that waits for files and is not itself behind one that needs a person. */
function nextUpload(entries: readonly OutboxEntry[]): OutboxEntry | undefined {
	const blocked = blockedEntries(entries);
	return entries.find(
		(entry) => entry.phase === "pending" && !blocked.has(entry.id) && (entry.waitsFor?.length ?? 0) > 0,
	);
}

function arrived(entry: OutboxEntry, attachmentId: string): OutboxEntry {
	return { ...entry, waitsFor: (entry.waitsFor ?? []).filter((id) => id !== attachmentId) };
}

function setAside(
	outbox: Outbox,
	intentId: string,
	{ code, message }: { readonly code: string; readonly message: string },
): Promise<void> {
	return outbox.update([intentId], (entry) => needsYou(entry, { code, message }));
}
