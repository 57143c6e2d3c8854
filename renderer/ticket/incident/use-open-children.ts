import { isOpenState } from "../../../shared/ticket/lifecycle.ts";
import { useTopic } from "../../data/index.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";

/** The children that would be resolved with their parent, as far as they are known here. */
export function useOpenChildren(ticketId: string): readonly QueueRow[] {
	const relatives = useTopic("relatives", { ticketId });
	return (relatives?.parts ?? []).filter(
		({ kind, state }) => kind === "incident" && isOpenState(kind, state),
	);
}
