import { useEffect, useState } from "react";
import type { Attachment } from "../../shared/api/attachments.ts";
import { callWorker } from "../data/index.ts";

/** An address under which an image can be drawn, for as long as it is on screen; `null` until it is there. */
export function useImageAddress(attachment: Attachment | null): string | null {
	const [address, setAddress] = useState<string | null>(null);
	const id = attachment?.id;
	const mediaType = attachment?.mediaType;

	useEffect(() => {
		if (id === undefined || mediaType === undefined) return undefined;
		let made: string | null = null;
		let isOver = false;
		void callWorker("readFile", { id, mediaType }).then((blob) => {
			if (isOver || !blob) return;
			made = URL.createObjectURL(blob);
			setAddress(made);
		});
		return () => {
			isOver = true;
			if (made !== null) URL.revokeObjectURL(made);
			setAddress(null);
		};
	}, [id, mediaType]);

	return address;
}
