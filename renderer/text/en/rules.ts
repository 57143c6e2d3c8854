/** What the desk's own rules are called in a timeline, by the name under which they write. */
const RULE_NAMES: Readonly<Record<string, string>> = {
	"problem-duplicate": "Duplicate problem",
	"problem-resolved": "Problem resolved",
};

/** A rule in words; one that this build does not know by the name that the desk gives it. */
export function ruleName(id: string): string {
	return RULE_NAMES[id] ?? id;
}
