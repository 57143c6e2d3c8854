import type { Notice } from "../../../shared/notice/notice-book.ts";
import { plural } from "../plural.ts";

export const noticesText = {
	title: {
		p1: (number: string) => `P1: ${number}`,
		breach: (number: string) => `Breached: ${number}`,
		threshold: (number: string) => `Time runs short: ${number}`,
		followUp: (number: string) => `Follow up: ${number}`,
	} satisfies Record<Notice["kind"], (number: string) => string>,
	many: (count: number) => `${plural(count, "ticket needs", "tickets need")} somebody now`,
	counts: ({ p1, breach, threshold, followUp }: Readonly<Record<Notice["kind"], number>>) =>
		[
			p1 > 0 ? `${p1} new P1` : "",
			breach > 0 ? `${breach} breached` : "",
			threshold > 0 ? `${threshold} short of time` : "",
			followUp > 0 ? `${followUp} to follow up` : "",
		]
			.filter(Boolean)
			.join(", "),
	toHome: "Home",
	settings: {
		title: "Notices",
		hint: "A new P1, and of your tickets what is breached, what a policy says when time runs short, and what is to be followed up, is told in one window of this workstation, while one is open.",
		system: "The system can tell it as well, while you look at something else.",
		ask: "Allow notices of the system",
		granted: "The system tells it as well, while you look at something else.",
		denied:
			"This browser does not let Deskwatch tell it by the system: allow notifications for this address in the browser’s settings.",
	},
} as const;
