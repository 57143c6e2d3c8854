import type { AttachmentInput, UploadStanding } from "../../../shared/api/attachments.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { BytePart, ByteStretch, HttpFailure } from "../http.ts";

/** For tests: the uploads of a desk in memory. */
export class FakeUploads {
	/** What arrived whole, by id. */
	readonly complete = new Map<string, Uint8Array>();
	/** How many bytes came in parts, all told: sending anew shows here. */
	partBytes = 0;
	/** From where on, and how many bytes of a file were fetched each time. */
	readonly fetched: (readonly [from: number, bytes: number])[] = [];
	/** False for a desk of before files were fetched in parts. */
	sendsParts = true;
	/** Answers every part with this instead. */
	partFailure: HttpFailure | null = null;
	readonly #begun = new Map<string, { readonly sizeBytes: number; bytes: number[] }>();

	post(path: string, body: unknown): Result<unknown, HttpFailure> {
		if (!path.endsWith("/complete")) {
			const { id, sizeBytes } = body as AttachmentInput;
			if (!this.#begun.has(id)) this.#begun.set(id, { sizeBytes, bytes: [] });
			return this.#standing(id);
		}
		const id = idOf(path);
		this.complete.set(id, Uint8Array.from(this.#begun.get(id)?.bytes ?? []));
		return this.#standing(id);
	}

	put(path: string, body: ArrayBuffer): Result<unknown, HttpFailure> {
		if (this.partFailure) return { ok: false, error: this.partFailure };
		const upload = this.#begun.get(idOf(path));
		if (!upload) return NOT_FOUND;
		const offset = Number(path.split("/").at(-1));
		upload.bytes = [...upload.bytes.slice(0, offset), ...new Uint8Array(body)];
		this.partBytes += body.byteLength;
		return this.#standing(idOf(path));
	}

	content(path: string, { from, bytes }: ByteStretch): Result<BytePart, HttpFailure> {
		const all = this.complete.get(idOf(path));
		if (!all) return NOT_FOUND;
		const part = this.sendsParts ? all.slice(from, from + bytes) : all.slice();
		this.fetched.push([from, part.length]);
		return ok({ blob: new Blob([part]), totalBytes: all.length, isWhole: !this.sendsParts });
	}

	/** As after restoring a backup, or after seven days. */
	forget(): void {
		this.complete.clear();
		this.#begun.clear();
	}

	#standing(id: string): Result<UploadStanding, HttpFailure> {
		const upload = this.#begun.get(id);
		if (!upload) return NOT_FOUND;
		const state = this.complete.has(id) ? "complete" : "uploading";
		return ok({ id, state, sizeBytes: upload.sizeBytes, receivedBytes: upload.bytes.length });
	}
}

const NOT_FOUND = {
	ok: false,
	error: { kind: "refused", status: 404, code: "not_found", message: "no such upload", path: undefined },
} as const satisfies Result<never, HttpFailure>;

function idOf(path: string): string {
	return path.split("/")[3] ?? "";
}
