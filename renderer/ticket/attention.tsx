import { NeedsYouCard } from "../attention/index.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";

/** Edits of this ticket that wait for a person's word. */
export function Attention({ view }: { readonly view: TicketView }) {
	const needing = view.pending.filter(({ state }) => state === "needs-you");
	return needing.map((pending, index) => (
		<NeedsYouCard key={pending.intent.id} pending={pending} hasKeys={index === 0} />
	));
}
