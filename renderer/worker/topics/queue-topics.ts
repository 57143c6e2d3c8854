import { FOLLOW_UP_WITHIN_MS } from "../../../shared/ticket/follow-up.ts";
import type { Model } from "../engine/model.ts";
import type { HomeView, Topics } from "../protocol.ts";
import type { QueueCounts, ViewQuery, ViewRows, ViewWindow } from "../views/view-protocol.ts";
import { sortedAlerts } from "./monitor-topics.ts";

const HOME_ROWS = 10;
const ANY: ViewQuery = {
	kinds: [],
	states: [],
	isOpen: true,
	priorities: [],
	teamIds: [],
	assigneeIds: [],
	isMyTeams: false,
	isBreachingNext: false,
	text: "",
	order: { by: "dueAt", isDescending: false },
};

export function viewPayload(model: Model, query: ViewQuery, window: ViewWindow): ViewRows | undefined {
	const { generation } = model;
	if (!generation) return undefined;
	const startedAt = performance.now();
	const slice = generation.views.slice(query, window);
	return { ...slice, tookMs: performance.now() - startedAt, isComplete: generation.cache.isComplete };
}

export function searchPayload(
	model: Model,
	text: string,
	limit: number,
): Topics["search"]["payload"] | undefined {
	const { generation } = model;
	if (!generation) return undefined;
	const { views, cache } = generation;
	return { ...views.search(text, limit), text, isComplete: cache.isComplete };
}

export function countsPayload(model: Model): QueueCounts | undefined {
	const { generation } = model;
	if (!generation) return undefined;
	const { alerts, checks } = generation.cache.things;
	return {
		...generation.views.counts(),
		firingAlerts: count(alerts.values(), (alert) => alert.condition === "firing"),
		checksDown: count(checks.values(), (check) => check.state === "down"),
	};
}

export function homePayload(model: Model): HomeView | undefined {
	const { generation } = model;
	const counts = countsPayload(model);
	if (!generation || !counts) return undefined;
	const window = { from: 0, count: HOME_ROWS };
	const mine: ViewQuery = { ...ANY, assigneeIds: ["me"], order: { by: "priority", isDescending: false } };
	return {
		counts,
		byPriority: generation.views.countByPriority(),
		breachingNext: generation.views.slice({ ...ANY, isBreachingNext: true }, window).rows,
		mine: generation.views.slice(mine, window).rows,
		followUps: generation.views.followUpsUntil(model.deskNow() + FOLLOW_UP_WITHIN_MS),
		alerts: sortedAlerts(generation, true).slice(0, HOME_ROWS),
	};
}

function count<Item>(items: Iterable<Item>, test: (item: Item) => boolean): number {
	let total = 0;
	for (const item of items) total += Number(test(item));
	return total;
}
