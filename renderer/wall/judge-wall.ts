import type { Alert } from "../../shared/api/alerts.ts";
import type { CheckState } from "../../shared/api/checks.ts";
import type { Wall } from "../../shared/api/wall.ts";
import type { EpochMs } from "../../shared/ticket/ticket.ts";

/** An answer of the desk, and the moment on the page's own steady clock when it was asked for. */
export interface WallAnswer {
	readonly wall: Wall;
	/** `performance.now()` before the question left: an answer is never younger than its question. */
	readonly askedAtMs: number;
}

export interface ServiceTile {
	readonly id: string;
	readonly name: string;
	readonly state: CheckState;
	/** Why it is unknown although the desk named a state. */
	readonly unknownBecause: "desk-silent" | "source-silent" | "never-observed" | "not-watched" | null;
	readonly since: EpochMs | null;
	/** Age of its newest observation; `null` where there was never one. */
	readonly ageMs: number | null;
	readonly checkCount: number;
	readonly openIncidents: number;
}

export interface WallView {
	/** The desk's clock as far as the page can know it. */
	readonly deskNow: EpochMs;
	/** How long ago the newest answer was asked for. */
	readonly answerAgeMs: number;
	/** The desk has not answered for so long that nothing on the wall may be believed. */
	readonly isDeskSilent: boolean;
	/** Worst first. */
	readonly services: readonly ServiceTile[];
	readonly alerts: { readonly total: number; readonly items: readonly Alert[]; readonly ageMs: number };
	readonly incidents: Wall["incidents"] & { readonly ageMs: number };
	readonly silentSources: readonly string[];
}

/** Polls come every 2.5 s and give up after 5: this is two of them lost. */
export const DESK_SILENT_AFTER_MS = 10_000;

/** Checkmk's order of the worst: what is down, then what may be down, then what limps. */
const WORST_FIRST: Readonly<Record<CheckState, number>> = { down: 0, unknown: 1, degraded: 2, up: 3 };

/** What the wall may say now. Only the desk's clock and a steady one count, never the device's. */
export function judgeWall(answer: WallAnswer, nowMs: number): WallView {
	const { wall } = answer;
	const answerAgeMs = Math.max(0, nowMs - answer.askedAtMs);
	const deskNow = wall.serverTime + answerAgeMs;
	const isDeskSilent = answerAgeMs > DESK_SILENT_AFTER_MS;
	return {
		deskNow,
		answerAgeMs,
		isDeskSilent,
		services: wall.services.map((service) => judgeService(service, deskNow, isDeskSilent)).toSorted(byWorst),
		alerts: {
			total: wall.alerts.total,
			items: wall.alerts.items.toSorted((a, b) => b.severity - a.severity || a.since - b.since),
			ageMs: ageOf(wall.alerts.observedAt, deskNow),
		},
		incidents: { ...wall.incidents, ageMs: ageOf(wall.incidents.observedAt, deskNow) },
		silentSources: wall.sources.filter((source) => isSilent(source, deskNow)).map((source) => source.name),
	};
}

function judgeService(
	service: Wall["services"][number],
	deskNow: EpochMs,
	isDeskSilent: boolean,
): ServiceTile {
	const ageMs = service.observedAt === null ? null : ageOf(service.observedAt, deskNow);
	const unknownBecause = isUnwatched(service)
		? "not-watched"
		: isDeskSilent
			? "desk-silent"
			: ageMs === null
				? "never-observed"
				: ageMs > service.staleAfterMs
					? "source-silent"
					: null;
	return {
		id: service.id,
		name: service.name,
		state: unknownBecause === null ? service.state : "unknown",
		unknownBecause,
		since: unknownBecause === null ? service.since : null,
		ageMs,
		checkCount: service.checkCount,
		openIncidents: service.openIncidents,
	};
}

function isSilent(source: Wall["sources"][number], deskNow: EpochMs): boolean {
	if (source.state === "silent" || source.lastSeenAt === null) return true;
	return deskNow - source.lastSeenAt > source.staleAfterMs;
}

function ageOf(observedAt: EpochMs, deskNow: EpochMs): number {
	return Math.max(0, deskNow - observedAt);
}

function isUnwatched({ checkCount }: Pick<ServiceTile, "checkCount">): boolean {
	return checkCount === 0;
}

/** What nobody watches comes last: it can't get worse, and must not hide what can. */
function byWorst(a: ServiceTile, b: ServiceTile): number {
	const byWatch = Number(isUnwatched(a)) - Number(isUnwatched(b));
	const byState = byWatch || WORST_FIRST[a.state] - WORST_FIRST[b.state];
	return byState || b.openIncidents - a.openIncidents || (a.name < b.name ? -1 : 1);
}

/** Figures of the desk itself are judged at each answer: older than this, something there stands still. */
const FIGURES_STALE_AFTER_MS = 60_000;

/** Whether figures of this age may still be shown as true. */
export function isTooOld(view: Pick<WallView, "isDeskSilent">, ageMs: number): boolean {
	return view.isDeskSilent || ageMs > FIGURES_STALE_AFTER_MS;
}
