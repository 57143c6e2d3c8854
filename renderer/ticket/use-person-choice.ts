import { useTopic } from "../data/index.ts";
import type { PersonChoice } from "./person-select.tsx";

/** A person with their name, whoever it is: callers are no staff. The id stands in until the name is known. */
export function usePersonChoice(id: string | null): PersonChoice | null {
	const person = useTopic("person", { personId: id ?? "" });
	return id === null ? null : { id, name: person?.id === id ? person.name : id };
}
