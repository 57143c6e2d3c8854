import type { ViewEngine } from "./view-engine.ts";
import type { ViewQuery } from "./view-protocol.ts";

/** While tickets come in, counts follow once in so long: nobody reads faster. */
const EVERY_MS = 1_000;

interface Counting {
	/** Those that wait for their turn, by their queries. */
	readonly waiting: Map<string, Promise<readonly number[]>>;
	nextAt: number;
}

const COUNTINGS = new WeakMap<ViewEngine, Counting>();

/** How many tickets each view has: one after the other, so that a key in between never waits for all of them. */
export function countViews(views: ViewEngine, queries: readonly ViewQuery[]): Promise<readonly number[]> {
	const counting = COUNTINGS.get(views) ?? { waiting: new Map(), nextAt: 0 };
	COUNTINGS.set(views, counting);
	const key = JSON.stringify(queries);
	const waiting = counting.waiting.get(key);
	if (waiting) return waiting;
	const made = countInTurn(views, queries, () => counting.waiting.delete(key));
	counting.waiting.set(key, made);
	return made;

	async function countInTurn(
		engine: ViewEngine,
		asked: readonly ViewQuery[],
		onBegin: () => void,
	): Promise<readonly number[]> {
		await rest(Math.max(0, counting.nextAt - performance.now()));
		onBegin();
		counting.nextAt = performance.now() + EVERY_MS;
		const counts: number[] = [];
		for (const query of asked) {
			counts.push(engine.count(query));
			await rest(0);
		}
		return counts;
	}
}

function rest(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
