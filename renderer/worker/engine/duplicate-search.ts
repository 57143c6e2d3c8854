import type { TicketCache } from "../cache/ticket-cache.ts";
import { type Clock, pass } from "../clock.ts";

export interface DuplicateSearchOptions {
	readonly cache: TicketCache;
	readonly clock: Clock;
	/** False once the cache is not shown any more. */
	readonly isWanted: () => boolean;
	readonly onFound: () => void;
	readonly onFailure: (error: unknown) => void;
}

/**
 * Finds which tickets are duplicates of which in what lies on disk: once, when somebody first opens a ticket
 * that may have some, as all rows are read for it. Segment by segment, so that pages are answered in between.
 */
export class DuplicateSearch {
	readonly #options: DuplicateSearchOptions;
	#isBegun = false;

	constructor(options: DuplicateSearchOptions) {
		this.#options = options;
	}

	ask(): void {
		if (this.#isBegun) return;
		this.#isBegun = true;
		void this.#run().catch((error: unknown) => {
			// The next who asks tries again; what was closed meanwhile can't be read, and need not be.
			this.#isBegun = false;
			if (this.#options.isWanted()) this.#options.onFailure(error);
		});
	}

	async #run(): Promise<void> {
		const { cache, clock, isWanted, onFound } = this.#options;
		for await (const found of cache.learnDuplicates()) {
			if (!isWanted()) return;
			if (found > 0) onFound();
			await pass(clock, 0);
		}
	}
}
