/** A stretch of a file: its first and its last byte. */
export interface ByteRange {
	readonly start: number;
	readonly end: number;
}

/**
 * What `Range` asks of a file of so many bytes (RFC 9110, 14.2): one stretch with a first byte. `null` stands
 * for all of it, also where something else is asked, as the RFC allows; `beyond` for what the file does not have.
 */
export function readRange(header: string | undefined, sizeBytes: number): ByteRange | "beyond" | null {
	const asked = /^bytes=(\d+)-(\d*)$/.exec(header ?? "");
	if (!asked) return null;
	const start = Number(asked[1]);
	const end = asked[2] ? Number(asked[2]) : sizeBytes - 1;
	if (end < start) return asked[2] ? null : "beyond";
	return start < sizeBytes ? { start, end: Math.min(end, sizeBytes - 1) } : "beyond";
}

export function rangeHeaders({ start, end }: ByteRange, sizeBytes: number) {
	return { "content-range": `bytes ${start}-${end}/${sizeBytes}`, "content-length": end - start + 1 };
}
