import { isSafeInline } from "../../../shared/attachment/media-types.ts";
import type { AttachmentTable } from "../store/tables.ts";

/** Whatever a file holds, nothing of it runs or loads anything, even where somebody opens its address by itself. */
const SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox";

/** How a file is served: drawn in place only where nothing in it can run, else saved. */
export function contentHeaders(file: AttachmentTable): Readonly<Record<string, string | number>> {
	const disposition = isSafeInline(file.media_type) ? "inline" : "attachment";
	return {
		"content-type": file.media_type === "text/plain" ? "text/plain; charset=utf-8" : file.media_type,
		"accept-ranges": "bytes",
		"content-length": file.size_bytes,
		"content-disposition": `${disposition}; filename*=UTF-8''${encodeName(file.name)}`,
		"content-security-policy": SANDBOX,
	};
}

/** RFC 8187: what `encodeURIComponent` leaves and a header's value may not hold. */
function encodeName(name: string): string {
	return encodeURIComponent(name.toWellFormed()).replace(
		/['()*]/g,
		(letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
