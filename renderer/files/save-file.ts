/** Hands text to the person as a download. */
export function saveFile(name: string, text: string, mediaType: string): void {
	const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
	const link = document.createElement("a");
	link.href = address;
	link.download = name;
	link.click();
	// The download has its own hold on the data by the next task.
	setTimeout(() => URL.revokeObjectURL(address), 0);
}
