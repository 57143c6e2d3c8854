import { doOnThreads } from "../work-pool.ts";
import { MUTANTS } from "./catalogue.ts";
import type { Catch } from "./hunt.ts";

export interface HuntJob {
	readonly name: string;
	/** So many are run at most. */
	readonly seeds: number;
}

/** Looks for every mutant, one a thread. */
export async function huntAll(
	{ seeds, threads }: { readonly seeds: number; readonly threads: number },
	onCatch: (result: Catch) => void,
): Promise<void> {
	const jobs: HuntJob[] = MUTANTS.map(({ name }) => ({ name, seeds }));
	const file = new URL("./hunt-worker.ts", import.meta.url);
	await doOnThreads({ file, threads, take: () => jobs.shift() ?? null, onReport: onCatch });
}
