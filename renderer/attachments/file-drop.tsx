import { type ClipboardEvent, type DragEvent, type ReactNode, useState } from "react";
import { attachmentsText } from "../text/en/attachments.ts";
import classes from "./attachments.module.css";

interface Props {
	readonly onFiles: (files: readonly File[]) => void;
	readonly children: ReactNode;
}

/** Takes files that are dropped or pasted on what it holds; text goes where it always goes. */
export function FileDrop({ onFiles, children }: Props) {
	const [isOver, setIsOver] = useState(false);

	function handleDragOver(event: DragEvent): void {
		if (!event.dataTransfer.types.includes("Files")) return;
		event.preventDefault();
		setIsOver(true);
	}
	function handleDrop(event: DragEvent): void {
		setIsOver(false);
		const files = [...event.dataTransfer.files];
		if (files.length === 0) return;
		event.preventDefault();
		onFiles(files);
	}
	function handlePaste(event: ClipboardEvent): void {
		// A copied table is a picture too: where there is text, the text is meant.
		if (event.clipboardData.types.includes("text/plain")) return;
		const files = [...event.clipboardData.files].map(named);
		if (files.length === 0) return;
		event.preventDefault();
		onFiles(files);
	}
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: a way beside the button, which keys reach
		<div
			className={classes.drop}
			data-over={isOver || undefined}
			onDragOver={handleDragOver}
			onDragLeave={() => setIsOver(false)}
			onDrop={handleDrop}
			onPaste={handlePaste}
		>
			{children}
			{isOver ? <div className={classes.dropHint}>{attachmentsText.dropHere}</div> : null}
		</div>
	);
}

/** A screenshot from the clipboard is called `image.png`, as all of them are. */
function named(file: File): File {
	const ending = /^image\/(png|jpeg|gif|webp)$/.exec(file.type)?.[1];
	if (ending === undefined || !/^image\.\w+$/.test(file.name)) return file;
	return new File([file], attachmentsText.pastedName(ending), { type: file.type });
}
