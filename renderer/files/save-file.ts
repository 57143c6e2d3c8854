/** Hands text to the person as a download. */
export function saveFile(name: string, text: string, mediaType: string): void {
	saveBlob(name, new Blob([text], { type: mediaType }));
}

/** Hands bytes to the person as a download. */
export function saveBlob(name: string, blob: Blob): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement("a");
	link.href = address;
	link.download = name;
	link.click();
	// The download has its own hold on the data by the next task.
	setTimeout(() => URL.revokeObjectURL(address), 0);
}
