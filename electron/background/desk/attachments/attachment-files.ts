import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { HEAD_BYTES } from "../../../../shared/attachment/media-types.ts";
import { hashBytes } from "../../store/crypto.ts";

/**
 * The bytes of attachments, beside the database: `incoming/<id>` while they come, then
 * `<sha256>` in a folder of its first two letters, so that the same file is kept once. Ids and hashes were
 * checked by a schema: no name that a person gave is ever part of a path.
 */
export class AttachmentFiles {
	readonly #folder: string;

	constructor(folder: string) {
		this.#folder = folder;
	}

	async receivedBytes(id: string): Promise<number> {
		return sizeOf(this.#incoming(id));
	}

	/** Writes a part at its place; what is there already is written over with the same. */
	async write(id: string, offset: number, part: Buffer): Promise<void> {
		const path = this.#incoming(id);
		await mkdir(dirname(path), { recursive: true });
		const file = await open(path, "a");
		await file.close();
		const writing = await open(path, "r+");
		try {
			await writing.write(part, 0, part.length, offset);
		} finally {
			await writing.close();
		}
	}

	hash(id: string): Promise<string> {
		return hashBytes(createReadStream(this.#incoming(id)));
	}

	async readHead(id: string): Promise<Uint8Array> {
		const file = await open(this.#incoming(id));
		try {
			const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
			return buffer.subarray(0, bytesRead);
		} finally {
			await file.close();
		}
	}

	/** From now on the bytes are found by their hash, also after a power cut. */
	async keep(id: string, sha256: string): Promise<void> {
		const target = this.#kept(sha256);
		await mkdir(dirname(target), { recursive: true });
		await sync(this.#incoming(id));
		await rename(this.#incoming(id), target);
		await sync(dirname(target));
	}

	async has(sha256: string, sizeBytes: number): Promise<boolean> {
		return (await sizeOf(this.#kept(sha256))) === sizeBytes;
	}

	/** All of it, or from one byte to another, both included. */
	read(sha256: string, stretch: { readonly start?: number; readonly end?: number } = {}): ReadStream {
		return createReadStream(this.#kept(sha256), stretch);
	}

	async forgetIncoming(id: string): Promise<void> {
		await rm(this.#incoming(id), { force: true });
	}

	async forget(sha256: string): Promise<void> {
		await rm(this.#kept(sha256), { force: true });
	}

	#incoming(id: string): string {
		return join(this.#folder, "incoming", id);
	}

	#kept(sha256: string): string {
		return join(this.#folder, sha256.slice(0, 2), sha256);
	}
}

async function sizeOf(path: string): Promise<number> {
	try {
		return (await stat(path)).size;
	} catch {
		// Nothing has come yet.
		return 0;
	}
}

async function sync(path: string): Promise<void> {
	// A folder is opened for reading only, and Windows syncs none: a rename is durable there by itself.
	const file = await open(path, "r+").catch(() => open(path, "r").catch(() => null));
	try {
		await file?.sync();
	} finally {
		await file?.close();
	}
}
