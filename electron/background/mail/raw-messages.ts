import { mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

/** Messages as they came, beside the database, one file each under the desk's own id: kept until they are placed. */
export class RawMessages {
	readonly #folder: string;

	constructor(folder: string) {
		this.#folder = folder;
	}

	/** It is on the disk when this answers. */
	async keep(id: string, raw: Uint8Array): Promise<void> {
		await mkdir(this.#folder, { recursive: true, mode: 0o700 });
		const file = await open(this.#path(id), "w", 0o600);
		try {
			await file.writeFile(raw);
			await file.sync();
		} finally {
			await file.close();
		}
	}

	/** `null` where it is not kept any more. */
	async read(id: string): Promise<Buffer | null> {
		// Placed messages are not kept: their text and files are on the ticket.
		return readFile(this.#path(id)).catch(() => null);
	}

	async forget(id: string): Promise<void> {
		await rm(this.#path(id), { force: true });
	}

	#path(id: string): string {
		return join(this.#folder, `${id}.eml`);
	}
}
