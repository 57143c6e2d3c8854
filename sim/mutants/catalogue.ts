import { CACHING } from "./caching.ts";
import { KEEPING } from "./keeping.ts";
import type { Mutant } from "./mutant.ts";
import { PAGING } from "./paging.ts";
import { SENDING } from "./sending.ts";
import { TAKING } from "./taking.ts";

/** Everything that is broken on purpose. */
export const MUTANTS: readonly Mutant[] = [...TAKING, ...PAGING, ...SENDING, ...KEEPING, ...CACHING];

/** @throws where there is none of that name */
export function findMutant(name: string): Mutant {
	const mutant = MUTANTS.find((known) => known.name === name);
	if (!mutant) throw new Error(`no mutant is called ${name}`);
	return mutant;
}
