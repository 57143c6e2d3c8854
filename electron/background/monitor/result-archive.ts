import type { CheckResult } from "../../../shared/api/checks.ts";
import { insertRows } from "../store/bulk.ts";
import type { Store } from "../store/store.ts";
import type { Stretch } from "./check-record.ts";
import { DAY_MS } from "./day-tally.ts";
import { packResults, unpackResults } from "./packed-results.ts";

/** Results on disk: packed by check and stretch of time, the last 24 hours. */
export class ResultArchive {
	readonly #store: Store;

	constructor(store: Store) {
		this.#store = store;
	}

	/** The stretches of one check that reach into the last 24 hours, oldest first. */
	async load(checkId: string, now: number): Promise<readonly Stretch[]> {
		const rows = await this.#store.reader
			.selectFrom("check_result")
			.select("results")
			.where("check_id", "=", checkId)
			.where("to_at", ">=", now - DAY_MS)
			.orderBy("from_at")
			.execute();
		return rows.map((row) => unpackResults(row.results));
	}

	/** Writes stretches, each replacing its row; `isWanted` is asked when the write's turn has come. */
	async save(
		stretches: readonly { readonly checkId: string; readonly stretch: Stretch }[],
		isWanted: (checkId: string) => boolean,
	): Promise<void> {
		await this.#store.write(async ({ tx }) => {
			const rows = stretches
				.filter(({ checkId }) => isWanted(checkId))
				.map(({ checkId, stretch }) => ({
					check_id: checkId,
					from_at: stretch[0]?.at ?? 0,
					to_at: stretch.at(-1)?.at ?? 0,
					results: packResults(stretch),
				}));
			await insertRows(tx, "check_result", rows, { isReplacing: true });
		});
	}

	async dropOlder(now: number): Promise<void> {
		await this.#store.write(({ tx }) =>
			tx
				.deleteFrom("check_result")
				.where("to_at", "<", now - DAY_MS)
				.execute(),
		);
	}
}

const BADNESS = { up: 0, unknown: 1, degraded: 2, down: 3 } as const;

/** At most `limit` results: of neighbours that must share a place the worst stays, so that no failure disappears. */
export function thinResults(results: readonly CheckResult[], limit: number): readonly CheckResult[] {
	if (results.length <= limit) return results;
	const stride = Math.ceil(results.length / limit);
	const thinned: CheckResult[] = [];
	for (let from = 0; from < results.length; from += stride) {
		const group = results.slice(from, from + stride);
		thinned.push(group.reduce((worst, next) => (BADNESS[next.state] > BADNESS[worst.state] ? next : worst)));
	}
	return thinned;
}
