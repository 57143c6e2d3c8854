import { once } from "node:events";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { CsvUnreadableError } from "./csv-records.ts";

/** What a log may unpack to: far more than two million events take. */
const MAX_UNPACKED_BYTES = 4 * 1_073_741_824;

export interface LogTextOptions {
	readonly path: string;
	readonly maxUnpackedBytes?: number;
	/** Hears how many bytes of the file were read. */
	readonly onRead: (bytes: number) => void;
}

/** The text of a log, unpacked where it is gzip (told by its first bytes, not by its name). */
export async function* readLogText(options: LogTextOptions): AsyncGenerator<string, void, undefined> {
	const { maxUnpackedBytes = MAX_UNPACKED_BYTES } = options;
	const isPacked = await startsLikeGzip(options.path);
	const file = createReadStream(options.path);
	file.on("data", (chunk) => options.onRead(chunk.length));
	const bytes: Readable = isPacked ? unpack(file) : file;
	// A byte order mark is swallowed; what is not UTF-8 becomes replacement characters.
	const decoder = new TextDecoder("utf-8");
	try {
		let unpackedBytes = 0;
		for await (const chunk of bytes) {
			const part = chunk as Buffer;
			unpackedBytes += part.length;
			if (unpackedBytes > maxUnpackedBytes) {
				throw new CsvUnreadableError(`The log unpacks to more than ${maxUnpackedBytes} bytes.`);
			}
			yield decoder.decode(part, { stream: true });
		}
		yield decoder.decode();
	} finally {
		file.destroy();
		bytes.destroy();
	}
}

function unpack(file: Readable): Readable {
	const gunzip = createGunzip();
	file.on("error", (error) => gunzip.destroy(error));
	return file.pipe(gunzip);
}

async function startsLikeGzip(path: string): Promise<boolean> {
	const head = createReadStream(path, { end: 1 });
	const chunks: Buffer[] = [];
	head.on("data", (chunk) => chunks.push(Buffer.from(chunk)));
	await once(head, "close");
	return Buffer.concat(chunks).equals(Buffer.from([0x1f, 0x8b]));
}
