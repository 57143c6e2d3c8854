import { LIMITS } from "../../shared/api/common.ts";

/** One part of a file, from byte `from` up to and without byte `to`. */
export interface FilePart {
	readonly index: number;
	readonly from: number;
	readonly to: number;
}

/** Cuts a file into the parts that the desk takes; an empty file has none. */
export function sliceFile(
	sizeBytes: number,
	partBytes: number = LIMITS.uploadPartBytes,
): readonly FilePart[] {
	const count = Math.ceil(sizeBytes / partBytes);
	return Array.from({ length: count }, (_, index) => ({
		index,
		from: index * partBytes,
		to: Math.min(sizeBytes, (index + 1) * partBytes),
	}));
}
