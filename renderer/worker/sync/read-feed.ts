import { type FeedEvent, feedEventSchema } from "../../../shared/api/changes.ts";
import type { CallOff, Clock } from "../clock.ts";
import { SseParser } from "./sse-parser.ts";

/** The desk speaks at least every 5 s: this long without a word is a dead feed. */
const SILENCE_MS = 15_000;

/** Reads the feed until it ends, falls silent or is aborted; answers why. */
export async function readFeed(
	body: ReadableStream<Uint8Array>,
	onEvent: (event: FeedEvent) => void,
	clock: Clock,
	silenceMs: number = SILENCE_MS,
): Promise<"ended" | "silent"> {
	const parser = new SseParser();
	const decoder = new TextDecoder();
	const reader = body.getReader();
	try {
		for (;;) {
			const chunk = await withinSilence(reader, clock, silenceMs);
			if (chunk === "silent") return "silent";
			if (chunk.done) return "ended";
			for (const event of parser.push(decoder.decode(chunk.value, { stream: true }))) {
				const parsed = feedEventSchema.safeParse(parseJson(event.data));
				// An event of a later version says nothing to this one.
				if (parsed.success) onEvent(parsed.data);
			}
		}
	} catch {
		// A cut connection ends the feed like any other end.
		return "ended";
	} finally {
		void reader.cancel().catch(() => undefined);
	}
}

async function withinSilence(
	reader: ReadableStreamDefaultReader<Uint8Array>,
	clock: Clock,
	silenceMs: number,
): Promise<ReadableStreamReadResult<Uint8Array> | "silent"> {
	let callOff: CallOff | undefined;
	const silence = new Promise<"silent">((resolve) => {
		callOff = clock.after(silenceMs, () => resolve("silent"));
	});
	try {
		return await Promise.race([reader.read(), silence]);
	} finally {
		callOff?.();
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
