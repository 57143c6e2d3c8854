import { journalPageSchema } from "../../shared/api/journal.ts";
import type { Http } from "./http.ts";
import type { JournalPort } from "./outbox/second-home.ts";

/** The journal as this workstation's own background keeps it. */
export function makeJournalPort(http: Http): JournalPort {
	return {
		write: (batch) => http.putJson("/api/journal", { body: batch }),
		read: async (personId, after) => {
			const query = new URLSearchParams({ personId, ...(after === null ? {} : { after }) });
			const answer = await http.get(`/api/journal?${query}`);
			if (!answer.ok) return answer;
			const page = journalPageSchema.safeParse(answer.value);
			return page.success
				? { ok: true, value: page.data }
				: { ok: false, error: { kind: "unreachable", message: page.error.message } };
		},
	};
}
