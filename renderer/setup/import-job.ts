import type { ImportInput, ImportReport } from "../../shared/api/desk.ts";
import type { Refusal, Result } from "../../shared/result.ts";
import * as desk from "./setup-requests.ts";
import { sliceFile } from "./slice-file.ts";

/** Where an import stands, as the screen shows it. */
export type ImportStanding =
	| { readonly phase: "choosing"; readonly refusal: Refusal | null }
	| { readonly phase: "uploading"; readonly sentBytes: number; readonly totalBytes: number }
	/** The line broke: `goOn` sends what is missing. */
	| { readonly phase: "stopped"; readonly refusal: Refusal }
	| { readonly phase: "running"; readonly report: ImportReport; readonly isSilent: boolean }
	| { readonly phase: "ended"; readonly report: ImportReport };

/** What the job asks of the desk. */
export type ImportDesk = Pick<typeof desk, "nameImport" | "sendPart" | "startImport" | "loadImport">;

const CHOOSING: ImportStanding = { phase: "choosing", refusal: null };
const POLL_EVERY_MS = 500;
const TRIES_PER_PART = 4;
const RETRY_AFTER_MS = [500, 1_500, 4_000] as const;
/** What trying again can't mend. */
const LASTING: ReadonlySet<string> = new Set([
	"invalid_request",
	"forbidden",
	"not_found",
	"too_large",
	"conflict",
]);

/** Brings a file to the desk in parts and follows its import; survives a line that breaks. */
export class ImportJob {
	readonly #desk: ImportDesk;
	readonly #listeners = new Set<() => void>();
	#abort = new AbortController();
	#standing: ImportStanding = CHOOSING;
	#upload: { readonly importId: string; readonly file: Blob; nextPart: number } | null = null;

	constructor(importDesk: ImportDesk = desk) {
		this.#desk = importDesk;
	}

	readonly standing = (): ImportStanding => this.#standing;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	async begin(file: File, options: Pick<ImportInput, "asOf" | "zone">): Promise<void> {
		const abort = this.#renew();
		this.#show({ phase: "uploading", sentBytes: 0, totalBytes: file.size });
		const named = await this.#desk.nameImport({ fileName: file.name, sizeBytes: file.size, ...options });
		if (abort.signal.aborted) return;
		if (!named.ok) return this.#show({ phase: "choosing", refusal: named.error });
		this.#upload = { importId: named.value.id, file, nextPart: 0 };
		await this.goOn();
	}

	/** Sends the parts that are missing, then runs the import. */
	async goOn(): Promise<void> {
		const upload = this.#upload;
		if (!upload) return;
		const abort = this.#renew();
		const parts = sliceFile(upload.file.size);
		for (const part of parts.slice(upload.nextPart)) {
			const sent = await this.#sendPart(upload, part, abort.signal);
			if (abort.signal.aborted) return;
			if (!sent.ok) return this.#show({ phase: "stopped", refusal: sent.error });
			upload.nextPart = part.index + 1;
		}
		const started = await this.#desk.startImport(upload.importId);
		if (abort.signal.aborted) return;
		if (!started.ok) return this.#show({ phase: "stopped", refusal: started.error });
		await this.follow(upload.importId);
	}

	/** Follows an import that runs already, until it has ended. */
	async follow(importId: string): Promise<void> {
		const abort = this.#renew();
		while (!abort.signal.aborted) {
			const answer = await this.#desk.loadImport(importId);
			if (abort.signal.aborted) return;
			if (answer.ok && (answer.value.state === "done" || answer.value.state === "failed"))
				return this.#show({ phase: "ended", report: answer.value });
			if (answer.ok) this.#show({ phase: "running", report: answer.value, isSilent: false });
			else if (answer.error.code === "not_found")
				return this.#show({ phase: "choosing", refusal: answer.error });
			else if (this.#standing.phase === "running") this.#show({ ...this.#standing, isSilent: true });
			await wait(POLL_EVERY_MS, abort.signal);
		}
	}

	/** Back to the beginning; an upload that was not finished is forgotten. */
	reset(): void {
		this.#renew();
		this.#upload = null;
		this.#show(CHOOSING);
	}

	dispose(): void {
		this.#abort.abort();
	}

	async #sendPart(
		upload: { readonly importId: string; readonly file: Blob },
		part: { readonly index: number; readonly from: number; readonly to: number },
		signal: AbortSignal,
	): Promise<Result<ImportReport>> {
		for (let attempt = 1; ; attempt += 1) {
			const sent = await this.#desk.sendPart(upload.importId, {
				part,
				file: upload.file,
				signal,
				onSent: (bytes) => this.#showSent(Math.min(part.to, part.from + bytes), upload.file.size),
			});
			if (sent.ok || signal.aborted || attempt === TRIES_PER_PART || LASTING.has(sent.error.code))
				return sent;
			await wait(RETRY_AFTER_MS[attempt - 1] ?? 0, signal);
		}
	}

	#showSent(sentBytes: number, totalBytes: number): void {
		this.#show({ phase: "uploading", sentBytes, totalBytes });
	}

	#renew(): AbortController {
		this.#abort.abort();
		this.#abort = new AbortController();
		return this.#abort;
	}

	#show(standing: ImportStanding): void {
		this.#standing = standing;
		for (const listener of this.#listeners) listener();
	}
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, ms);
		signal.addEventListener("abort", () => {
			clearTimeout(timer);
			resolve();
		});
	});
}
