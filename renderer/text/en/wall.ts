import type { CheckState } from "../../../shared/api/checks.ts";
import { formatNumber, plural } from "../plural.ts";

const WORDS: Readonly<Record<CheckState, string>> = {
	up: "up",
	degraded: "degraded",
	down: "down",
	unknown: "unknown",
};
const WORST_FIRST: readonly CheckState[] = ["down", "unknown", "degraded", "up"];

function list(counts: Readonly<Record<CheckState, number>>): string {
	return WORST_FIRST.filter((state) => counts[state] > 0)
		.map((state) => `${counts[state]} ${WORDS[state]}`)
		.join(", ");
}

export const wallText = {
	title: "Wall",
	services: "Services",
	serviceSummary: (counts: Readonly<Record<CheckState, number>>, unwatched: number) =>
		[list(counts), unwatched > 0 ? `${unwatched} not watched` : ""].filter(Boolean).join(", "),
	notWatched: "Not watched",
	alerts: "Open alerts",
	incidents: "Open incidents",
	breaching: "Breaching next",
	oldest: "Oldest",
	unassigned: "unassigned",
	breached: "breached",
	state: { up: "Up", degraded: "Degraded", down: "Down", unknown: "Unknown" } satisfies Record<
		CheckState,
		string
	>,
	stateFor: (state: string, span: string) => `${state} ${span}`,
	age: (span: string) => `seen ${span} ago`,
	ageNow: "just now",
	asOf: (span: string) => `unknown, last seen ${span} ago`,
	because: {
		"desk-silent": "not seen for",
		"source-silent": "no result for",
		"never-observed": "never seen",
		"not-watched": "no check",
	},
	silentFor: (why: string, span: string) => `${why} ${span}`,
	openIncidents: (count: number) => plural(count, "incident", "incidents"),
	more: (count: number) => `+${formatNumber(count)} more`,
	moreOf: (count: number, summary: string) => `+${formatNumber(count)} more: ${summary}`,
	andMore: "and more",
	live: "Live",
	deskSilent: (span: string) => `Desk out of reach for ${span}`,
	deskSilentHint: "Nothing on this wall is known to be true now. It comes back by itself.",
	sourceSilent: (names: string) => `Silent: ${names}`,
	noServices: "No services yet. A service turns up when a check belongs to it.",
	noAlerts: "No open alert",
	noBreaching: "Nothing is due soon",
	noIncidents: "No open incident",
	priority: (priority: number) => `P${priority}`,
	switchTheme: { dark: "Switch to the light theme", light: "Switch to the dark theme" },
	connecting: {
		title: "Connecting to the desk",
		silent: (span: string) =>
			`The desk has been out of reach for ${span}. This wall shows as soon as it answers.`,
	},
	signedOut: {
		never: {
			title: "This wall is not signed in",
			hint: "In the console, open Settings, Walls, and add this wall. Then open the link it shows on this screen.",
		},
		revoked: {
			title: "This wall’s access was taken away",
			hint: "Somebody revoked it in the console. To show it again: Settings, Walls, add this wall, and open the new link on this screen.",
		},
		"bad-token": {
			title: "This link does not open the wall any more",
			hint: "Its token is mistyped or was revoked. Make a new one in the console: Settings, Walls.",
		},
	},
	openConsole: "Open the console",
	question: {
		title: "Make this browser a wall?",
		hint: "You work with the console in this browser. As a wall it could only read, in all its windows. Open the link on the wall’s own screen, or just have a look as yourself.",
		self: "Have a look as myself",
		wall: "Make it a wall",
	},
} as const;
