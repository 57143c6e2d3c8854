import { ARTICLES, LINKS, TAGS } from "../../../shared/ticket/parts/common-fields.ts";
import { wordsOf, writeWords } from "../../../shared/ticket/parts/words.ts";
import { describeValue, type Wording } from "../../attention/index.ts";
import { tagsText } from "../../text/en/tags.ts";

/** Fields whose value is a set of words, each put there and taken away by itself. */
const SETS: readonly string[] = [TAGS, ARTICLES, LINKS];

/** What happened to the parts of a value, in words; `null` for one that is a whole. */
export function describeParts(field: string, from: unknown, to: unknown, wording: Wording): string | null {
	if (!SETS.includes(field)) return null;
	const [before, after] = [wordsOf(from), wordsOf(to)];
	const say = (words: readonly string[]) => describeValue(field, writeWords(words), wording);
	const added = say(after.filter((word) => !before.includes(word)));
	const taken = say(before.filter((word) => !after.includes(word)));
	return [
		...(added === null ? [] : [tagsText.added(added)]),
		...(taken === null ? [] : [tagsText.takenAway(taken)]),
	].join(", ");
}
