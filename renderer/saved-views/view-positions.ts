import type { Audience } from "../../shared/view/saved-view.ts";
import type { ListedView } from "../worker/views/view-protocol.ts";

/** Those that stand in one part of the list. */
export function inSamePart(views: readonly ListedView[], audience: Audience): readonly ListedView[] {
	return views.filter(({ view }) => partOf(view.audience) === partOf(audience));
}

/** Names the part of the list. */
export function partOf(audience: Audience): string {
	return audience.kind === "team" ? `team ${audience.teamId}` : audience.kind;
}

/** Where a new view goes: last. */
export function lastPosition(part: readonly ListedView[]): number {
	return part.reduce((last, { view }) => Math.max(last, view.position), 0) + 1;
}

/** The place one up or down; `null` where there is none. Those around it stay where they are. */
export function positionBeside(part: readonly ListedView[], id: string, step: 1 | -1): number | null {
	const index = part.findIndex(({ view }) => view.id === id);
	const next = part[index + step]?.view.position;
	if (index < 0 || next === undefined) return null;
	const beyond = part[index + 2 * step]?.view.position;
	return beyond === undefined ? next + step : (next + beyond) / 2;
}
