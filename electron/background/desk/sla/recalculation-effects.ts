import { setImmediate } from "node:timers/promises";
import type { RecalculationEffect } from "../../../../shared/api/sla.ts";
import { type Clock, computePresentClocks } from "../../../../shared/sla/clock.ts";
import { type CompiledDefinitions, compileDefinitions } from "../../../../shared/sla/compile-definitions.ts";
import type { Definitions } from "../../../../shared/sla/policy.ts";
import type { ClockSubject } from "../../../../shared/sla/standing.ts";
import type { EpochMs, Ticket } from "../../../../shared/ticket/ticket.ts";
import { parseJson } from "../../store/rows.ts";
import type { DeskDatabase } from "../../store/store.ts";

/** Definitions of the same policies, as they are and as they would be. */
export interface Comparison {
	readonly before: Definitions;
	readonly after: Definitions;
	/** Since when they differ: what ended earlier says the same by both. */
	readonly from: EpochMs;
	readonly now: EpochMs;
}

/** Tickets read at a time. */
const PAGE = 100;
/** For so long tickets are compared before everything else has its turn. */
const TURN_MS = 8;

/** Which tickets of them all are compared: those after one, at most so many. */
export interface Part {
	readonly after: string | null;
	readonly limit: number;
}

export interface Compared {
	readonly effects: readonly RecalculationEffect[];
	readonly tickets: number;
	/** The last ticket that was compared; `null` where none is left. */
	readonly next: string | null;
}

const ALL: Part = { after: null, limit: Number.POSITIVE_INFINITY };

/** What becomes of the present clock of each policy on every ticket that it can matter to. */
export async function compareClocks(
	reader: DeskDatabase,
	{ before, after, from, now }: Comparison,
	part: Part = ALL,
): Promise<Compared> {
	const tally = new Map(before.policies.map(({ id }) => [id, newEffect(id)]));
	const definitions = { before: compileDefinitions(before), after: compileDefinitions(after) };
	let tickets = 0;
	for (let last = part.after ?? ""; ; ) {
		const rows = await reader
			.selectFrom("ticket")
			.select(["id", "kind", "track"])
			.where((where) => where.or([where("is_open", "=", 1), where("updated_at", ">=", from)]))
			.where("id", ">", last)
			.orderBy("id")
			.limit(PAGE)
			.execute();
		await setImmediate();
		let turnEndsAt = performance.now() + TURN_MS;
		for (const { kind, track } of rows) {
			compareTicket(tally, definitions, { kind, track: parseJson<Ticket["track"]>(track), now });
			if (performance.now() < turnEndsAt) continue;
			await setImmediate();
			turnEndsAt = performance.now() + TURN_MS;
		}
		tickets += rows.length;
		const end = rows.at(-1);
		const isLast = !end || rows.length < PAGE;
		if (isLast || tickets >= part.limit)
			return { effects: [...tally.values()], tickets, next: isLast ? null : end.id };
		last = end.id;
	}
}

type Effect = { -readonly [Key in keyof RecalculationEffect]: RecalculationEffect[Key] };

function newEffect(policyId: string): Effect {
	return { policyId, clocks: 0, changed: 0, completed: 0, breached: 0, relieved: 0 };
}

function compareTicket(
	tally: ReadonlyMap<string, Effect>,
	definitions: { readonly before: CompiledDefinitions; readonly after: CompiledDefinitions },
	subject: ClockSubject & { readonly now: EpochMs },
): void {
	const before = presentClocks(definitions.before, subject);
	const after = presentClocks(definitions.after, subject);
	for (const [policyId, effect] of tally) {
		const [was, is] = [before.get(policyId), after.get(policyId)];
		if (!was && !is) continue;
		effect.clocks += 1;
		if (was && is && SAID.every((field) => was[field] === is[field])) continue;
		effect.changed += 1;
		effect.completed += Number((is ?? was)?.stage === "completed");
		effect.breached += Number(is?.isBreached === true && was?.isBreached !== true);
		effect.relieved += Number(was?.isBreached === true && is?.isBreached !== true);
	}
}

function presentClocks(
	definitions: CompiledDefinitions,
	{ now, ...subject }: ClockSubject & { readonly now: EpochMs },
): ReadonlyMap<string, Clock> {
	const clocks = computePresentClocks(definitions, subject, now);
	return new Map(clocks.map((clock) => [clock.policyId, clock]));
}

/** What somebody would see change; merely another version that says the same is no change. */
const SAID = [
	"stage",
	"targetMs",
	"startedAt",
	"dueAt",
	"stoppedAt",
	"breachedAt",
	"elapsedMs",
	"pausedMs",
] as const satisfies readonly (keyof Clock)[];
