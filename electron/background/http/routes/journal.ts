import {
	JOURNAL_LIMITS,
	journalBatchSchema,
	journalPageSchema,
	journalQuerySchema,
	journalWrittenSchema,
} from "../../../../shared/api/journal.ts";
import type { Journal } from "../../journal/journal.ts";
import type { RegisterRoutes } from "../api.ts";
import { ApiFailure, failWith } from "../failure.ts";

/** Several records of full length, however their text is written; a console sends less at a time. */
const BODY_LIMIT_BYTES = 16 * JOURNAL_LIMITS.recordChars;

/**
 * The workstation's own journal, of whoever works at it: the one caller is the shell that started this
 * process with a token of its own. Everywhere else there is none.
 */
export const registerJournalRoutes: RegisterRoutes = (app, { journal }) => {
	app.route({
		method: "PUT",
		url: "/api/journal",
		bodyLimit: BODY_LIMIT_BYTES,
		config: { needs: "desk.read", summary: "Keeps unsent edits in this workstation’s journal." },
		schema: { body: journalBatchSchema, response: { 200: journalWrittenSchema } },
		handler: async (request) => {
			const written = await ownJournal(journal).write(request.body);
			if (!written.ok) throw failWith(413, written.error);
			return { records: written.value };
		},
	});
	app.route({
		method: "GET",
		url: "/api/journal",
		config: { needs: "desk.read", summary: "A person’s unsent edits in this workstation’s journal." },
		schema: { querystring: journalQuerySchema, response: { 200: journalPageSchema } },
		handler: (request) => ownJournal(journal).read(request.query.personId, request.query.after),
	});
};

function ownJournal(journal: Journal | null): Journal {
	if (!journal) throw new ApiFailure(404, "no_journal", "This desk keeps no journal for a workstation.");
	return journal;
}
