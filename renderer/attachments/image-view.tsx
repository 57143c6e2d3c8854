import { Button, Modal } from "@mantine/core";
import type { Attachment } from "../../shared/api/attachments.ts";
import { attachmentsText } from "../text/en/attachments.ts";
import classes from "./attachments.module.css";
import { openAttachment } from "./open-attachment.ts";
import { useImageAddress } from "./use-image-address.ts";

interface Props {
	readonly attachment: Attachment;
	readonly onClose: () => void;
}

/** An image as large as the window allows. */
export function ImageView({ attachment, onClose }: Props) {
	const address = useImageAddress(attachment);
	return (
		<Modal opened onClose={onClose} size="auto" title={attachment.name} centered>
			{address === null ? null : <img className={classes.image} src={address} alt={attachment.name} />}
			<div className={classes.imageFoot}>
				<Button variant="default" onClick={() => void openAttachment(attachment)}>
					{attachmentsText.download}
				</Button>
			</div>
		</Modal>
	);
}
