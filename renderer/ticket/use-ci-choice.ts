import type { CiChoice } from "../ci-select/index.ts";
import { useTopic } from "../data/index.ts";

/** A CI with its name; the id stands in until the name is known. */
export function useCiChoice(id: string | null): CiChoice | null {
	const staff = useTopic("staff", null);
	return id === null ? null : { id, name: staff?.cis.find((ci) => ci.id === id)?.name ?? id };
}
