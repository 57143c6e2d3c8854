import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { LIMITS } from "../../../../shared/api/common.ts";
import { ok, type Result, refuse } from "../../../../shared/result.ts";

/**
 * The parts of one file on their way here. They may come in any order and more than once: a part is
 * whole or not there, and the last one sent counts.
 */
export class Upload {
	readonly #folder: string;
	readonly #sizeBytes: number;
	#partBytes = new Map<number, number>();

	constructor(folder: string, sizeBytes: number) {
		this.#folder = folder;
		this.#sizeBytes = sizeBytes;
	}

	get receivedBytes(): number {
		return [...this.#partBytes.values()].reduce((total, bytes) => total + bytes, 0);
	}

	async put(index: number, part: Buffer): Promise<Result<null>> {
		if (part.length === 0 || part.length > LIMITS.uploadPartBytes) {
			return refuse(
				"invalid_request",
				`A part has 1 to ${LIMITS.uploadPartBytes} bytes, not ${part.length}.`,
			);
		}
		const others = this.receivedBytes - (this.#partBytes.get(index) ?? 0);
		if (others + part.length > this.#sizeBytes) {
			return refuse(
				"too_large",
				`The file was announced with ${this.#sizeBytes} bytes; this part is too much.`,
			);
		}
		await mkdir(this.#folder, { recursive: true });
		await writeWhole(join(this.#folder, `${index}.part`), part);
		this.#partBytes.set(index, part.length);
		return ok(null);
	}

	/** Joins the parts into one file, where all are there. Answers its path. */
	async join(): Promise<Result<string>> {
		const missing = this.#missing();
		if (missing !== null) return refuse("incomplete", missing);
		const path = join(this.#folder, "log");
		await pipeline(this.#bytes(), createWriteStream(path));
		await this.#removeParts();
		const { size } = await stat(path);
		return size === this.#sizeBytes
			? ok(path)
			: refuse("incomplete", "The parts do not make the file announced.");
	}

	async remove(): Promise<void> {
		await rm(this.#folder, { recursive: true, force: true });
	}

	#missing(): string | null {
		const count = this.#partBytes.size;
		const gap = Array.from({ length: count }, (_, index) => index).find(
			(index) => !this.#partBytes.has(index),
		);
		if (gap !== undefined) return `Part ${gap} has not arrived.`;
		if (this.receivedBytes === this.#sizeBytes) return null;
		return `${this.receivedBytes} of ${this.#sizeBytes} bytes have arrived.`;
	}

	async *#bytes(): AsyncGenerator<Buffer, void, undefined> {
		for (let index = 0; index < this.#partBytes.size; index += 1) {
			const file = await open(join(this.#folder, `${index}.part`));
			try {
				yield await file.readFile();
			} finally {
				await file.close();
			}
		}
	}

	async #removeParts(): Promise<void> {
		const names = await readdir(this.#folder);
		await Promise.all(
			names.filter((name) => name.endsWith(".part")).map((name) => rm(join(this.#folder, name))),
		);
	}
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
	const file = await open(path, "w");
	try {
		await file.writeFile(bytes);
	} finally {
		await file.close();
	}
}
