import type { FollowUp } from "../../../shared/ticket/follow-up.ts";

interface Words {
	/** `span` is how long it still is, or how long past. */
	readonly ahead: (span: string) => string;
	readonly past: (span: string) => string;
}

export const followUpsText = {
	title: "Due for follow-up",
	none: "Nothing of yours or your teams’ is to be followed up within four hours.",
	showAll: (count: number) => `Show all ${count}`,
	words: {
		"follow-up": {
			ahead: (span) => `follow up in ${span}`,
			past: (span) => `follow-up ${span} ago`,
		},
		closing: {
			ahead: () => "caller silent: offer closing",
			past: () => "caller silent: offer closing",
		},
		update: {
			ahead: (span) => `update in ${span}`,
			past: (span) => `update late by ${span}`,
		},
	} satisfies Readonly<Record<FollowUp["what"], Words>>,
} as const;
