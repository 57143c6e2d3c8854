import { ARTICLES, TAGS } from "../../../shared/ticket/parts/common-fields.ts";
import { readTags } from "../../../shared/ticket/parts/tags.ts";
import { knowledgeText } from "../../text/en/knowledge.ts";
import { tagsText } from "../../text/en/tags.ts";

type Names = Readonly<Record<string, string>>;

/** What a part is called in a line. */
const WORDS: Readonly<Record<string, (part: string, names: Names) => string>> = {
	[TAGS]: (tag) => tag,
	[ARTICLES]: (id, names) => knowledgeText.quoted(names[id]),
};

/** What happened to the parts of a value, in words; `null` for one that is a whole. */
export function describeParts(field: string, from: unknown, to: unknown, names: Names): string | null {
	const say = WORDS[field];
	if (!say) return null;
	const [before, after] = [readTags(from), readTags(to)];
	const all = (parts: readonly string[]) => parts.map((part) => say(part, names)).join(", ");
	const added = after.filter((part) => !before.includes(part));
	const taken = before.filter((part) => !after.includes(part));
	return [
		...(added.length > 0 ? [tagsText.added(all(added))] : []),
		...(taken.length > 0 ? [tagsText.takenAway(all(taken))] : []),
	].join(", ");
}
