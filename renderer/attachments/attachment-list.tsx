import { IconCloudOff } from "@tabler/icons-react";
import { useState } from "react";
import type { Attachment } from "../../shared/api/attachments.ts";
import { isImage } from "../../shared/attachment/media-types.ts";
import { attachmentsText } from "../text/en/attachments.ts";
import { formatBytes } from "../text/units.ts";
import classes from "./attachments.module.css";
import { FileIcon } from "./file-icon.tsx";
import { ImageView } from "./image-view.tsx";
import { openAttachment } from "./open-attachment.ts";
import { useImageAddress } from "./use-image-address.ts";

interface Props {
	readonly attachments: readonly Attachment[];
	/** What can be read without the desk. */
	readonly heldIds: ReadonlySet<string>;
	/** How much of them the desk has, 0–1; absent once it has all. */
	readonly upload?: number | undefined;
}

/** The files of one history entry. */
export function AttachmentList({ attachments, heldIds, upload }: Props) {
	const [viewed, setViewed] = useState<Attachment | null>(null);
	return (
		<>
			<ul className={classes.attachments} aria-label={attachmentsText.list}>
				{attachments.map((attachment) => (
					<li key={attachment.id}>
						<AttachmentItem
							attachment={attachment}
							isHeld={heldIds.has(attachment.id)}
							onView={() => setViewed(attachment)}
						/>
					</li>
				))}
			</ul>
			{upload === undefined ? null : (
				<p className={classes.keeping}>{attachmentsText.uploading(Math.floor(upload * 100))}</p>
			)}
			{viewed ? <ImageView attachment={viewed} onClose={() => setViewed(null)} /> : null}
		</>
	);
}

interface ItemProps {
	readonly attachment: Attachment;
	readonly isHeld: boolean;
	readonly onView: () => void;
}

function AttachmentItem({ attachment, isHeld, onView }: ItemProps) {
	const { name, sizeBytes, mediaType } = attachment;
	const isPicture = isImage(mediaType);
	const thumbnail = useImageAddress(isPicture && isHeld ? attachment : null);
	const canView = isPicture && thumbnail !== null;
	return (
		<button
			type="button"
			className={classes.attachment}
			onClick={() => (canView ? onView() : void openAttachment(attachment))}
		>
			<span className="visually-hidden">{canView ? attachmentsText.view : attachmentsText.download} </span>
			{thumbnail === null ? (
				<FileIcon mediaType={mediaType} />
			) : (
				<img className={classes.thumbnail} src={thumbnail} alt="" />
			)}
			<span className={classes.name} title={name}>
				{name}
			</span>
			<span className={classes.size}>{formatBytes(sizeBytes)}</span>
			{isHeld ? null : (
				<span className={classes.away} title={attachmentsText.notHere}>
					<IconCloudOff size={13} aria-hidden="true" />
					<span className="visually-hidden">{attachmentsText.notHere}</span>
				</span>
			)}
		</button>
	);
}
