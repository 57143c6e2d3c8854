import { setImmediate } from "node:timers/promises";
import type { RecalculationEffect } from "../../../../shared/api/sla.ts";
import { type Clock, computeClocks } from "../../../../shared/sla/clock.ts";
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

/** Tickets compared at a time: everything else has its turn in between. */
const SLICE = 200;

/** What becomes of the present clock of each policy on every ticket that it can matter to. */
export async function compareClocks(
	reader: DeskDatabase,
	{ before, after, from, now }: Comparison,
): Promise<readonly RecalculationEffect[]> {
	const tally = new Map(before.policies.map(({ id }) => [id, newEffect(id)]));
	const definitions = { before: compileDefinitions(before), after: compileDefinitions(after) };
	for (let last = ""; ; ) {
		const rows = await reader
			.selectFrom("ticket")
			.select(["id", "kind", "track"])
			.where((where) => where.or([where("is_open", "=", 1), where("updated_at", ">=", from)]))
			.where("id", ">", last)
			.orderBy("id")
			.limit(SLICE)
			.execute();
		for (const { kind, track } of rows)
			compareTicket(tally, definitions, { kind, track: parseJson<Ticket["track"]>(track), now });
		const end = rows.at(-1);
		if (!end || rows.length < SLICE) return [...tally.values()];
		last = end.id;
		await setImmediate();
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
		if (was && is && sayingOf(was) === sayingOf(is)) continue;
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
	const clocks = computeClocks(definitions, subject, now).filter(({ replacedAt }) => replacedAt === null);
	return new Map(clocks.map((clock) => [clock.policyId, clock]));
}

/** What somebody would see change; merely another version that says the same is no change. */
function sayingOf(clock: Clock): string {
	const { stage, targetMs, startedAt, dueAt, stoppedAt, breachedAt, elapsedMs, pausedMs } = clock;
	return [stage, targetMs, startedAt, dueAt, stoppedAt, breachedAt, elapsedMs, pausedMs].join(" ");
}
