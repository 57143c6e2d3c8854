/** A frame is this mark, its length (4 bytes, big-endian) and so many bytes. */
const MARK = Buffer.from("DWJ1");
const HEAD_BYTES = MARK.length + 4;
/** More than any sealed record: what says so is damage, not a frame. */
const MAX_FRAME_BYTES = 4 * 1_048_576;

export interface Frames {
	readonly frames: readonly Buffer[];
	/** Stretches between frames that are none. */
	readonly gaps: number;
	/** What could be read ends here: a frame behind it was cut short. */
	readonly endsAt: number;
}

export function makeFrame(content: Buffer): Buffer {
	const head = Buffer.alloc(HEAD_BYTES);
	MARK.copy(head);
	head.writeUInt32BE(content.length, MARK.length);
	return Buffer.concat([head, content]);
}

/** Reads all whole frames; where there is none, goes on from the next mark. */
export function readFrames(bytes: Buffer): Frames {
	const frames: Buffer[] = [];
	let gaps = 0;
	let endsAt = 0;
	for (let at = bytes.indexOf(MARK); at >= 0; ) {
		const content = frameAt(bytes, at);
		if (!content) {
			at = bytes.indexOf(MARK, at + 1);
			continue;
		}
		if (at > endsAt) gaps += 1;
		frames.push(content);
		endsAt = at + HEAD_BYTES + content.length;
		at = bytes.indexOf(MARK, endsAt);
	}
	return { frames, gaps, endsAt };
}

function frameAt(bytes: Buffer, at: number): Buffer | null {
	const from = at + HEAD_BYTES;
	if (from > bytes.length) return null;
	const length = bytes.readUInt32BE(at + MARK.length);
	const isWhole = length > 0 && length <= MAX_FRAME_BYTES && from + length <= bytes.length;
	return isWhole ? bytes.subarray(from, from + length) : null;
}
