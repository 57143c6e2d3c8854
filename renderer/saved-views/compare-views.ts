import type { SavedViewInput } from "../../shared/view/saved-view.ts";

const PARTS = [
	"name",
	"audience",
	"text",
	"kinds",
	"states",
	"priorities",
	"teamIds",
	"assigneeIds",
	"order",
	"columns",
	"other",
] as const;

/** A part of a view that can be said in a line; `other` is what this program does not know. */
export type ViewPart = (typeof PARTS)[number];

/** What a view says of one part. */
export function sayingOf({ name, audience, shows }: SavedViewInput, part: ViewPart): unknown {
	if (part === "name") return name;
	if (part === "audience") return audience;
	if (part !== "other") return shows[part];
	const { text: _, kinds, states, priorities, teamIds, assigneeIds, order, columns, ...other } = shows;
	return other;
}

/** The parts that two versions of a view say differently. */
export function differingParts(one: SavedViewInput, other: SavedViewInput): readonly ViewPart[] {
	return PARTS.filter(
		(part) => JSON.stringify(sayingOf(one, part)) !== JSON.stringify(sayingOf(other, part)),
	);
}
