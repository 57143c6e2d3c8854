import type { TeamSuggestion } from "../../../shared/similar/suggest-team.ts";
import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import type { TicketCache } from "../cache/ticket-cache.ts";
import { FLAG } from "../cache/ticket-columns.ts";
import { IS_ASIDE } from "../views/aside-kinds.ts";
import { LOOKED_AT, similarOnes, teamFor } from "./find-similar.ts";
import { type Neighbour, SimilarIndex } from "./similar-index.ts";

/** What somebody writes or looks at. */
export interface SimilarQuestion {
	readonly text: string;
	readonly kind: TicketKind;
	/** It is not similar to itself; `null` where it is no ticket yet. */
	readonly ticketId: string | null;
}

export interface SimilarAnswer {
	/** Slots, what was solved before what is open where they are about equally similar. */
	readonly slots: readonly number[];
	readonly team: TeamSuggestion | null;
}

/** The index is made anew when more than one title in so many is not in it… */
const ONE_LATE_IN = 20;
/** …but not for a few, and for a thousand in any case. */
const FEW_LATE = 20;
const MANY_LATE = 1_000;
/** Similarities that differ by less are taken for equal. */
const STEPS = 10;

/** Tickets like another one, from the titles in memory; their index is made when nobody asks, or when somebody does. */
export class SimilarTickets {
	readonly #cache: TicketCache;
	#index: SimilarIndex | null = null;
	/** Slots whose titles are other ones than in the index. */
	#late = new Set<number>();
	#making: { readonly steps: Generator<void, SimilarIndex>; readonly late: Set<number> } | null = null;
	#isRenewing = false;

	constructor(cache: TicketCache) {
		this.#cache = cache;
	}

	/** These were written. */
	note(slots: readonly number[]): void {
		if (this.#making) for (const slot of slots) this.#making.late.add(slot);
		if (!this.#index) return;
		// Reads the words that are new.
		void this.#cache.columns.titles.words;
		for (const slot of slots) if (this.#index.isOther(slot)) this.#late.add(slot);
	}

	/** Makes what a question needs, step by step. */
	*prepare(): Generator<void> {
		while (this.#advance()) yield;
	}

	/** The first question waits for the index; one that is out of date answers still, and is made anew behind it. */
	async ask(question: SimilarQuestion, pause: () => Promise<void>): Promise<SimilarAnswer> {
		if (this.#index) void this.#renew(pause);
		else while (this.#advance()) await pause();
		return this.answer(question);
	}

	answer({ text, kind, ticketId }: SimilarQuestion): SimilarAnswer {
		const index = this.#index;
		if (!index) return { slots: [], team: null };
		const { columns, things } = this.#cache;
		const { data, teams } = columns;
		const own = ticketId === null ? undefined : columns.slotOf(ticketId);
		const isWanted = (slot: number) =>
			slot !== own && columns.isAlive(slot) && IS_ASIDE[data.kind[slot] ?? 0] !== 1;
		const nearest = index.near(text, { limit: LOOKED_AT, isWanted, late: this.#late });
		const teamAt = (team: number) => teams.valueOf(team);
		const teamOf = (slot: number) => {
			const teamId = columns.kindOf(slot) === kind ? teamAt(data.team[slot] ?? 0) : null;
			return teamId !== null && things.teams.get(teamId)?.isActive ? teamId : null;
		};
		return {
			slots: this.#inOrder(similarOnes(nearest)),
			team: teamFor({ index, text, nearest, teamOf, teamAt }),
		};
	}

	#inOrder(similar: readonly Neighbour[]): readonly number[] {
		const { flags, updatedAt } = this.#cache.columns.data;
		const stepOf = ({ similarity }: Neighbour) => Math.round(similarity * STEPS);
		const openOf = ({ slot }: Neighbour) => (flags[slot] ?? 0) & FLAG.open;
		const timeOf = ({ slot }: Neighbour) => updatedAt[slot] ?? 0;
		return [...similar]
			.sort(
				(one, other) =>
					stepOf(other) - stepOf(one) || openOf(one) - openOf(other) || timeOf(other) - timeOf(one),
			)
			.map(({ slot }) => slot);
	}

	async #renew(pause: () => Promise<void>): Promise<void> {
		if (this.#isRenewing) return;
		this.#isRenewing = true;
		try {
			while (this.#advance()) await pause();
		} finally {
			this.#isRenewing = false;
		}
	}

	/** One step further; false where there is nothing to make. */
	#advance(): boolean {
		if (!this.#making && !this.#isDue()) return false;
		this.#making ??= { steps: this.#begin(), late: new Set() };
		const { steps, late } = this.#making;
		const step = steps.next();
		if (!step.done) return true;
		this.#index = step.value;
		this.#late = late;
		this.#making = null;
		return false;
	}

	#isDue(): boolean {
		if (!this.#index) return true;
		const share = this.#index.size / ONE_LATE_IN;
		return this.#late.size > Math.min(MANY_LATE, Math.max(FEW_LATE, share));
	}

	/** Teams as they are: a ticket that was handed on counts for where it is. */
	#begin(): Generator<void, SimilarIndex> {
		const { columns } = this.#cache;
		const { team, kind } = columns.data;
		const teams = team.slice(0, columns.size);
		for (let slot = 0; slot < teams.length; slot += 1)
			if (!columns.isAlive(slot) || IS_ASIDE[kind[slot] ?? 0] === 1) teams[slot] = 0;
		return SimilarIndex.make(columns.titles.words, teams);
	}
}
