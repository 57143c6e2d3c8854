import { readTags } from "../../../shared/ticket/parts/tags.ts";
import type { Level, Priority } from "../../../shared/ticket/priority.ts";
import { FLAG, type TicketColumns } from "../cache/ticket-columns.ts";
import type { Overlay } from "../overlay/overlay.ts";
import type { QueueRow } from "./view-protocol.ts";

export interface RowContext {
	readonly columns: TicketColumns;
	readonly overlay: Overlay;
	/** Names by the codes of the columns. */
	readonly people: readonly (string | null)[];
	readonly teams: readonly (string | null)[];
	readonly cis: readonly (string | null)[];
	/** By the desk's clock. */
	readonly now: number;
}

/** What a list draws of one ticket. */
export function makeRow({ columns, overlay, people, teams, cis, now }: RowContext, slot: number): QueueRow {
	const { data } = columns;
	const at = (column: keyof typeof data): number => data[column][slot] ?? 0;
	const id = columns.idOf(slot);
	const lane = overlay.laneOf(id);
	const dueAt = data.dueAt[slot] ?? Number.NaN;
	return {
		id,
		kind: columns.kindOf(slot),
		number: columns.numberOf(slot),
		shortDescription: columns.titles.get(slot),
		state: at("state"),
		holdReason: at("hold") || null,
		sourceState: columns.labels.valueOf(at("sourceState")),
		priority: at("priority") as Priority,
		impact: at("impact") as Level,
		urgency: at("urgency") as Level,
		teamId: columns.teams.valueOf(at("team")),
		teamName: teams[at("team")] ?? null,
		assigneeId: columns.people.valueOf(at("assignee")),
		assigneeName: people[at("assignee")] ?? null,
		callerId: columns.people.valueOf(at("caller")),
		callerName: people[at("caller")] ?? null,
		ciName: cis[at("ci")] ?? null,
		serviceName: cis[at("service")] ?? null,
		openedAt: at("openedAt"),
		updatedAt: at("updatedAt"),
		dueAt: Number.isNaN(dueAt) ? null : dueAt,
		isBreached: (data.breachedAt[slot] ?? Number.NaN) <= now,
		isClockPaused: (at("flags") & FLAG.paused) !== 0,
		isResponseDue: (at("flags") & FLAG.response) !== 0,
		isKnownError: (at("flags") & FLAG.knownError) !== 0,
		followUp: columns.followUps.get(slot),
		tags: readTags(columns.tagSets.valueOf(at("tags"))),
		handovers: at("handovers"),
		pendingCount: lane.filter((entry) => entry.phase !== "applied").length,
		needsYou: lane.some((entry) => entry.phase === "needs-you"),
	};
}
