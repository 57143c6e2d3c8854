import { TAGS } from "../../../shared/ticket/parts/common-fields.ts";
import { readTags } from "../../../shared/ticket/parts/tags.ts";
import { tagsText } from "../../text/en/tags.ts";

/** What happened to the parts of a value, in words; `null` for one that is a whole. */
export function describeParts(field: string, from: unknown, to: unknown): string | null {
	if (field !== TAGS) return null;
	const [before, after] = [readTags(from), readTags(to)];
	const added = after.filter((tag) => !before.includes(tag));
	const taken = before.filter((tag) => !after.includes(tag));
	return [
		...(added.length > 0 ? [tagsText.added(added.join(", "))] : []),
		...(taken.length > 0 ? [tagsText.takenAway(taken.join(", "))] : []),
	].join(", ");
}
