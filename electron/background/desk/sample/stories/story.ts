import type { Random } from "../random.ts";

/** What a made-up ticket is about. Texts may hold slots such as `{site}`: see `SLOTS`. */
export interface Story {
	readonly title: string;
	readonly text: string;
	readonly category: string;
	readonly subcategory: string;
	readonly serviceId: string;
	readonly ciId: string | null;
	readonly teamId: string;
	/** How far it reaches: `wide` hits many people, `narrow` one. */
	readonly reach: "wide" | "some" | "narrow";
	/** What the agent finds out: a work note. */
	readonly finding: string;
	/** What ended it: the close notes. */
	readonly ending: string;
}

/** `title | text | finding | ending` of one subject, in the order of `Story`. */
type StoryLine = readonly [
	reach: Story["reach"],
	title: string,
	text: string,
	finding: string,
	ending: string,
];

/** What several stories have in common. */
type Subject = Pick<Story, "category" | "subcategory" | "serviceId" | "ciId" | "teamId">;

export function tell(subject: Subject, lines: readonly StoryLine[]): readonly Story[] {
	return lines.map(([reach, title, text, finding, ending]) => ({
		...subject,
		reach,
		title,
		text,
		finding,
		ending,
	}));
}

const SLOTS: Readonly<Record<string, readonly string[]>> = {
	site: ["Leeds", "Rotterdam", "Bristol", "Warehouse 2", "Dock 5"],
	floor: ["ground floor", "first floor", "second floor", "third floor"],
	printer: ["PRN-LDS-04", "PRN-LDS-11", "PRN-RTM-02", "PRN-RTM-07", "PRN-BRS-01"],
	laptop: ["LT-20418", "LT-20977", "LT-21350", "LT-19862", "LT-22004"],
	file: ["Q3 forecast.xlsx", "Carrier rates.xlsx", "Shift plan.docx", "Claims 2026.xlsx"],
	share: ["\\\\files\\finance", "\\\\files\\fleet", "\\\\files\\customer-service", "\\\\files\\projects"],
	browser: ["Edge", "Chrome", "Firefox"],
	code: ["0x80070005", "0x8004010F", "ERR-4471", "SAP-1202", "E-0917"],
	time: [
		"since this morning",
		"since about 10:30",
		"since yesterday",
		"since the restart",
		"on and off all week",
	],
	order: ["4711203", "4698841", "4720056", "4715518"],
	minutes: ["5", "10", "15", "20", "40"],
};

/** Fills the slots of a text; one slot has one value in all texts of a ticket. */
export function makeFillIn(random: Random): (text: string) => string {
	const chosen = new Map<string, string>();
	return (text) =>
		text.replace(/\{(\w+)\}/g, (whole, slot: string) => {
			const values = SLOTS[slot];
			if (!values) return whole;
			const value = chosen.get(slot) ?? random.pick(values);
			chosen.set(slot, value);
			return value;
		});
}
