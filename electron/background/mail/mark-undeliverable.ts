import { ok, type Result, refuse } from "../../../shared/result.ts";
import type { MailPort, PlacedTicket } from "../store/ports.ts";
import type { Store } from "../store/store.ts";
import { tellMailState } from "./tell-mail-state.ts";

interface Undeliverable {
	readonly outgoingId: string;
	/** The same each time that it is said, so that the ticket says it once. */
	readonly noteId: string;
	/** In the words of the server that refused it. */
	readonly why: string;
}

interface Parts {
	readonly store: Store;
	readonly port: MailPort;
	readonly now: () => number;
}

/** What was sent did not arrive: its mark says so, and the ticket does, for whoever looks at it offline too. */
export async function markUndeliverable(
	{ store, port, now }: Parts,
	{ outgoingId, noteId, why }: Undeliverable,
): Promise<Result<PlacedTicket>> {
	const sent = await store.reader
		.selectFrom("mail_out")
		.selectAll()
		.where("id", "=", outgoingId)
		.executeTakeFirst();
	if (!sent) return refuse("not_found", "There is no such message of this desk.");
	const at = now();
	const said = why === "" ? "" : `: ${why}`;
	const text = `A message to ${sent.to_address} could not be delivered${said}`;
	const noted = await port.note({ id: noteId, ticketId: sent.ticket_id, text, fileIds: [], at });
	if (!noted.ok) return noted;
	await store.write(async (scope) => {
		await scope.tx
			.updateTable("mail_out")
			.set({ state: "undeliverable", settled_at: at, error: why || null })
			.where("id", "=", outgoingId)
			.execute();
		await tellMailState(scope);
	});
	return ok(noted.value);
}
