import { plural } from "../plural.ts";

export const attachmentsText = {
	attach: "Attach files",
	chosen: "Files to be sent",
	count: (count: number) => plural(count, "file", "files"),
	dropHere: "Drop files here to attach them",
	keeping: (count: number) => `Keeping ${plural(count, "file", "files")} on this device`,
	remove: (name: string) => `Remove ${name}`,
	dismiss: "Dismiss",
	notKept: (name: string) => `“${name}” could not be kept on this device. Choose it again.`,
	/** The text of a note that has only files. */
	bareNote: (names: readonly string[]) => `Attached: ${names.join(", ")}`,
	list: "Attached files",
	view: "View",
	download: "Download",
	notHere: "Not on this device",
	notHereHint: (name: string) =>
		`“${name}” is not on this device, and the desk can’t be reached. Open it again when the console is live.`,
	fetching: (name: string) => `Fetching “${name}” from the desk`,
	unavailable: (name: string) => `“${name}” could not be fetched. Try again in a moment.`,
	uploading: (percent: number) => `${percent} % of the files sent`,
	pastedName: (ending: string) => `Pasted image.${ending}`,
} as const;
