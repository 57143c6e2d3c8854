/** A newer version of the console's files. */
export const updateText = {
	ready: "A new version is ready",
	replaced: "Another window started a new version",
	reload: "Reload",
	keeps: "Drafts and unsent edits are kept.",
} as const;
