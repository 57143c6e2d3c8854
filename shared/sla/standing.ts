import type { TicketKind } from "../ticket/kinds.ts";
import { findState, type StateDefinition } from "../ticket/lifecycle.ts";
import type { Priority } from "../ticket/priority.ts";
import type { EpochMs, TrackMove } from "../ticket/ticket.ts";
import type { CompiledPolicy, CompiledTarget, PolicyPhase } from "./compile-definitions.ts";

/** What a clock is computed for: as much of a ticket as it depends on. */
export interface ClockSubject {
	readonly kind: TicketKind;
	readonly track: readonly TrackMove[];
}

/** A stretch in which neither the ticket nor the definitions change. */
export interface Span {
	readonly from: EpochMs;
	/** `Infinity` for the last. */
	readonly to: EpochMs;
	readonly move: TrackMove;
	readonly phase: PolicyPhase;
}

/** Why a stretch of a clock is what it is: the rule, as data, to be put in words where it is shown. */
export type ClockRule =
	| { readonly code: "open"; readonly state: number }
	/** A hold that does not pause this clock; the reason is 0 where an imported one gives none. */
	| { readonly code: "hold-counts"; readonly holdReason: number }
	| { readonly code: "hold"; readonly holdReason: number }
	/** Another team has it than the policy is for. */
	| { readonly code: "other-team"; readonly teamId: string | null }
	| { readonly code: "answered" }
	| { readonly code: "resolved"; readonly state: number }
	| { readonly code: "canceled"; readonly state: number }
	/** It ended without an answer, so there is nothing left to be answered. */
	| { readonly code: "ended-unanswered"; readonly state: number }
	| { readonly code: "priority-changed"; readonly priority: Priority }
	| { readonly code: "not-promised" };

/** How a clock stands in one span. Stop beats pause beats start. */
export type Standing =
	| { readonly kind: "not-promised"; readonly rule: ClockRule }
	| { readonly kind: "canceled"; readonly rule: ClockRule }
	| {
			readonly kind: "counted" | "paused" | "stopped";
			readonly rule: ClockRule;
			readonly target: CompiledTarget;
	  };

/** The moves of a track, parted where the policy becomes another. */
export function spansOf(policy: CompiledPolicy, track: readonly TrackMove[]): readonly Span[] {
	const [only] = policy.phases;
	if (only && policy.phases.length === 1) {
		return track.map((move, index) => ({
			from: move[0],
			to: track[index + 1]?.[0] ?? Number.POSITIVE_INFINITY,
			move,
			phase: only,
		}));
	}
	return track.flatMap((move, index) => {
		const to = track[index + 1]?.[0] ?? Number.POSITIVE_INFINITY;
		return policy.phases.flatMap((phase, place): Span[] => {
			const from = Math.max(move[0], phase.from);
			const end = Math.min(to, policy.phases[place + 1]?.from ?? Number.POSITIVE_INFINITY);
			const isThere = from < end || (from === end && from === move[0] && from === to);
			return isThere ? [{ from, to: end, move, phase }] : [];
		});
	});
}

/** Asked of a clock that was attached for `priority`. */
export function standingOf(
	{ measure }: CompiledPolicy,
	{ move, phase }: Span,
	{ kind, priority }: { readonly kind: TicketKind; readonly priority: Priority },
): Standing {
	const { version } = phase;
	const target = phase.targets.get(priority);
	if (!version?.kinds.includes(kind) || !target)
		return { kind: "not-promised", rule: { code: "not-promised" } };
	const [, state, holdReason, , teamId] = move;
	const ended = endOf(measure, move, findState(kind, state)?.phase);
	if (ended?.code === "answered" || ended?.code === "resolved")
		return { kind: "stopped", rule: ended, target };
	if (ended) return { kind: "canceled", rule: ended };
	if (measure === "response") return { kind: "counted", rule: { code: "open", state }, target };
	if (findState(kind, state)?.phase === "hold") {
		const isPausing = version.pausedBy.includes(holdReason);
		const rule = { code: isPausing ? "hold" : "hold-counts", holdReason } as const;
		return { kind: isPausing ? "paused" : "counted", rule, target };
	}
	if (isOtherTeam(phase, teamId)) return { kind: "paused", rule: { code: "other-team", teamId }, target };
	return { kind: "counted", rule: { code: "open", state }, target };
}

/** A clock begins where a team that it is for has the ticket. */
export function isOtherTeam({ version }: PolicyPhase, teamId: string | null): boolean {
	const teamIds = version?.teamIds ?? [];
	return teamIds.length > 0 && (teamId === null || !teamIds.includes(teamId));
}

function endOf(
	measure: CompiledPolicy["measure"],
	move: TrackMove,
	phase: StateDefinition["phase"] | undefined,
): ClockRule | null {
	const [, state] = move;
	if (measure === "response" && move[5] === 1) return { code: "answered" };
	if (phase === "canceled") return { code: "canceled", state };
	if (phase !== "resolved" && phase !== "closed") return null;
	return measure === "response" ? { code: "ended-unanswered", state } : { code: "resolved", state };
}

/** Whether a clock of this measure is still to be kept in a move: it runs or pauses. */
export function isLive(measure: CompiledPolicy["measure"], kind: TicketKind, move: TrackMove): boolean {
	return endOf(measure, move, findState(kind, move[1])?.phase) === null;
}
