/** What the desk's own rules are called in a timeline, by the name under which they write. */
const RULE_NAMES: Readonly<Record<string, string>> = {
	"auto-close": "Auto-close",
	"caller-answered": "Caller answered",
	"hold-reminders": "Hold reminders",
	mail: "Mail",
	merged: "Merged tickets",
	"major-accepted": "Major incident accepted",
	"problem-duplicate": "Duplicate problem",
	"problem-resolved": "Problem resolved",
	"resolved-with-parent": "Resolved with parent",
	"split-off": "Split off",
};

/** A rule in words; one that this build does not know by the name that the desk gives it. */
export function ruleName(id: string): string {
	return RULE_NAMES[id] ?? id;
}
