import type { ArticleInput } from "../../../../shared/knowledge/article.ts";
import type { EpochMs } from "../../../../shared/ticket/ticket.ts";
import type { ShelfTable } from "../../store/kept-tables.ts";

type Told = readonly [name: string, text: string];

const DAY_MS = 86_400_000;
const WRITTEN_DAYS_AGO = 40;
const REVIEW_DAYS = 180;

/** What a desk writes down after the third time. */
const TOLD: readonly Told[] = [
	[
		"VPN connects, but nothing internal opens",
		"The client keeps an old name server.\n\n1. Disconnect, and close the client.\n2. Windows: ipconfig /flushdns. Mac: restart the client twice.\n3. Connect again, and open the intranet by its full name.\n\nStill nothing: the profile was made before March. Remove it and import the new one from the portal.",
	],
	[
		"Voicemail light stays on although there is no message",
		"The phone did not hear that the last message was deleted.\n\n1. Record a message to oneself.\n2. Listen to it to its end, and delete it.\n\nThe light goes out within a minute. If it comes back daily, the extension is on two phones: tell the network team.",
	],
	[
		"No access to a folder on the file server",
		"Access is by group, and groups count at the next sign-in.\n\n1. Who owns the folder? The owner says yes in writing, on the request.\n2. Put the person into the group named after the folder.\n3. They sign out and in again; a locked screen is not enough.\n\nNever give access to a single person: nobody finds it again.",
	],
	[
		"A report is exported as an empty file",
		"Exports over 50,000 rows are made at night.\n\nAsk for the period: a month at a time always works. For more, the nightly export lies in the shared reports folder at seven.\n\nKnown to the maker; see the problem that stands in the queue.",
	],
	[
		"New laptop does not see the wireless network in the office",
		"It joins by certificate, which arrives with the first patch round.\n\n1. Plug it into a cable for ten minutes.\n2. Sign in once; the certificate is fetched in the background.\n3. Unplug. The network is joined by itself.",
	],
];

/** Rows of the sample’s articles, the same for the same moment: each with its first wording. */
export function makeSampleArticles(ownerId: string, now: EpochMs): readonly ShelfTable[] {
	const editedAt = now - WRITTEN_DAYS_AGO * DAY_MS;
	return TOLD.map(([name, text], index) => {
		// The last one is due, so that somebody sees what that looks like.
		const reviewAt = index === TOLD.length - 1 ? now - DAY_MS : editedAt + REVIEW_DAYS * DAY_MS;
		const body: Omit<ArticleInput, "audience"> = { name, text, reviewAt, ticketId: null };
		return {
			id: `0190b000-0000-8000-8000-${String(index + 1).padStart(12, "0")}`,
			version: 1,
			owner_id: ownerId,
			audience: "everybody",
			team_id: null,
			body: JSON.stringify(body),
			edited_by_id: ownerId,
			edited_at: editedAt,
		};
	});
}
