import { type Clock, pass } from "../clock.ts";
import type { Http, HttpFailure } from "../http.ts";
import { joinParts, type PartStore } from "./part-store.ts";

/** As large as arrives in half a minute over a line of 10 KB a second; a quicker line soon has larger ones. */
const FIRST_PART_BYTES = 262_144;
const SMALLEST_PART_BYTES = 32_768;
const LARGEST_PART_BYTES = 8 * 1_048_576;
/** A part that came within this is followed by one of twice the size. */
const QUICK_MS = 2_000;
/** A part that did not come is asked for again, smaller, so often; then the next who wants the file goes on. */
const TRIES = 3;
const RETRY_MS = 1_000;

export interface FetchFileOptions {
	readonly http: Http;
	readonly clock: Clock;
	/** Where parts lie until all of them are there. */
	readonly parts: PartStore;
	readonly canFetch: () => boolean;
}

/** Brings a file from the desk in parts, from where an earlier try ended; `null` where the desk does not give it now. */
export async function fetchFile(id: string, options: FetchFileOptions): Promise<Blob | null> {
	const { http, clock, parts, canFetch } = options;
	const fetched = [...(await parts.read(id))];
	let bytes = FIRST_PART_BYTES;
	let failures = 0;
	for (;;) {
		const from = fetched.reduce((sum, { blob }) => sum + blob.size, 0);
		if (from > 0 && from === fetched[0]?.totalBytes) break;
		const askedAt = clock.now();
		const reply = await http.getPart(`/api/attachments/${id}/content`, { from, bytes });
		if (reply.ok && reply.value.blob.size > 0) {
			// A desk that knows no parts sends all of it at once.
			if (reply.value.isWhole) return reply.value.blob;
			failures = 0;
			fetched.push(reply.value);
			await parts.add(id, from, reply.value);
			if (clock.now() - askedAt < QUICK_MS) bytes = Math.min(bytes * 2, LARGEST_PART_BYTES);
			continue;
		}
		failures += 1;
		if (reply.ok || !isPassing(reply.error) || failures >= TRIES || !canFetch()) return null;
		bytes = Math.max(SMALLEST_PART_BYTES, Math.floor(bytes / 4));
		await pass(clock, RETRY_MS);
	}
	return joinParts(fetched);
}

function isPassing({ kind }: HttpFailure): boolean {
	return kind === "unreachable" || kind === "busy";
}
