import { useEffect, useState } from "react";
import { type Person, personSchema } from "../../shared/api/directory.ts";
import { useTopic } from "../data/index.ts";
import { askDesk } from "../http/index.ts";

/** A person as this workstation knows them, else as the desk does; `null`: neither does; `undefined`: not known yet. */
export function usePerson(personId: string): Person | null | undefined {
	const known = useTopic("person", { personId });
	const [asked, setAsked] = useState<Person | null | undefined>(undefined);
	useEffect(() => {
		if (known !== null) return;
		// Somebody who was just added may be on the way here.
		const abort = new AbortController();
		void askDesk({
			path: `/people/${encodeURIComponent(personId)}`,
			answer: personSchema,
			signal: abort.signal,
		}).then((answer) => {
			if (!abort.signal.aborted) setAsked(answer.ok ? answer.value : null);
		});
		return () => abort.abort();
	}, [known, personId]);
	return known ?? (known === null ? asked : undefined);
}
