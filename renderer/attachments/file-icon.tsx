import { IconFile, IconFileText, IconFileTypePdf, IconFileZip, IconPhoto } from "@tabler/icons-react";
import { isImage } from "../../shared/attachment/media-types.ts";

/** What kind of file it is, at a glance. */
export function FileIcon({ mediaType }: { readonly mediaType: string }) {
	const Icon = iconOf(mediaType);
	return <Icon size={15} aria-hidden="true" />;
}

function iconOf(mediaType: string) {
	if (isImage(mediaType)) return IconPhoto;
	if (mediaType === "application/pdf") return IconFileTypePdf;
	if (mediaType === "application/zip" || mediaType === "application/gzip") return IconFileZip;
	return mediaType === "text/plain" ? IconFileText : IconFile;
}
