import { TAG_LIMITS } from "../../../shared/ticket/parts/tags.ts";

export const tagsText = {
	label: "Tags",
	dialog: "Tags",
	hint: "Enter adds a tag, Enter once more saves. Backspace takes the last one away.",
	placeholder: "Type a tag",
	add: "Add a tag",
	remove: (tag: string) => `Remove the tag ${tag}`,
	save: "Save",
	saved: (number: string) => `${number}: tags changed`,
	removed: (number: string, tag: string) => `${number}: tag ${tag} removed`,
	notOne: (typed: string) =>
		`“${typed}” can’t be a tag: letters, digits, dots and hyphens, up to ${TAG_LIMITS.letters}.`,
	added: (tags: string) => `added ${tags}`,
	takenAway: (tags: string) => `removed ${tags}`,
	bulkAdd: "Add tags",
	bulkRemove: "Remove tags",
} as const;
