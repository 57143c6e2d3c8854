import { fileEnding } from "./file-name.ts";

/** One kind of file that may be attached. */
export interface MediaType {
	readonly name: string;
	readonly endings: readonly string[];
	/** Drawn by a browser without running anything of it. */
	readonly isSafeInline: boolean;
	readonly matches: (head: Uint8Array) => boolean;
}

/** How much of a file's beginning tells its kind. */
export const HEAD_BYTES = 4_096;

/** Whether a file begins so; `null` stands for any byte. */
function startsWith(...bytes: readonly (number | null)[]) {
	return (head: Uint8Array): boolean =>
		bytes.every((byte, index) => index < head.length && (byte === null || head[index] === byte));
}

/** Readable text has no zero bytes; UTF-16 does, and says so in its first two. */
function isText(head: Uint8Array): boolean {
	return isUtf16(head) || !head.includes(0);
}

function isUtf16(head: Uint8Array): boolean {
	return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

const isZip = startsWith(0x50, 0x4b);
/** Compound files: Office before 2007, and mails saved from Outlook. */
const isCompound = startsWith(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const OFFICE = "application/vnd.openxmlformats-officedocument";

/** Everything that may be attached. Pages and drawings that can hold scripts (html, svg) and programs are not in it. */
const MEDIA_TYPES: readonly MediaType[] = [
	inline("image/png", ["png"], startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)),
	inline("image/jpeg", ["jpg", "jpeg"], startsWith(0xff, 0xd8, 0xff)),
	inline("image/gif", ["gif"], startsWith(0x47, 0x49, 0x46, 0x38)),
	inline(
		"image/webp",
		["webp"],
		startsWith(0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50),
	),
	inline("application/pdf", ["pdf"], startsWith(0x25, 0x50, 0x44, 0x46, 0x2d)),
	inline("text/plain", ["txt", "log", "csv", "md", "json", "ini", "cfg", "conf", "yaml", "yml"], isText),
	download("message/rfc822", ["eml"], isText),
	download("application/zip", ["zip"], isZip),
	download("application/gzip", ["gz", "tgz"], startsWith(0x1f, 0x8b)),
	download(`${OFFICE}.wordprocessingml.document`, ["docx"], isZip),
	download(`${OFFICE}.spreadsheetml.sheet`, ["xlsx"], isZip),
	download(`${OFFICE}.presentationml.presentation`, ["pptx"], isZip),
	download("application/vnd.oasis.opendocument.text", ["odt"], isZip),
	download("application/vnd.oasis.opendocument.spreadsheet", ["ods"], isZip),
	download("application/msword", ["doc"], isCompound),
	download("application/vnd.ms-excel", ["xls"], isCompound),
	download("application/vnd.ms-outlook", ["msg"], isCompound),
	download("application/vnd.tcpdump.pcap", ["pcap", "pcapng"], isCapture),
];

function inline(name: string, endings: readonly string[], matches: MediaType["matches"]): MediaType {
	return { name, endings, matches, isSafeInline: true };
}

function download(name: string, endings: readonly string[], matches: MediaType["matches"]): MediaType {
	return { name, endings, matches, isSafeInline: false };
}

function isCapture(head: Uint8Array): boolean {
	return [
		startsWith(0xd4, 0xc3, 0xb2, 0xa1),
		startsWith(0xa1, 0xb2, 0xc3, 0xd4),
		startsWith(0x0a, 0x0d, 0x0d, 0x0a),
	].some((matches) => matches(head));
}

/** The kind that a file's name promises. */
export function mediaTypeOf(fileName: string): MediaType | undefined {
	const ending = fileEnding(fileName);
	return MEDIA_TYPES.find(({ endings }) => endings.includes(ending));
}

/** Whether a browser may draw it in place of saving it. */
export function isSafeInline(mediaType: string): boolean {
	return MEDIA_TYPES.some(({ name, isSafeInline }) => name === mediaType && isSafeInline);
}

export function isImage(mediaType: string): boolean {
	return mediaType.startsWith("image/");
}

/** Endings for the file picker, `.png,.pdf`. */
export const ACCEPTED_ENDINGS = MEDIA_TYPES.flatMap(({ endings }) => endings)
	.map((ending) => `.${ending}`)
	.join(",");
