import { isOpenState } from "../../../shared/ticket/lifecycle.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";

/** The one that most likely remains: one that needs work, of the highest priority, opened first. */
export function pickRemaining(
	rows: readonly Pick<QueueRow, "id" | "kind" | "state" | "priority" | "openedAt">[],
): string | null {
	const [first] = rows.toSorted(
		(one, other) =>
			Number(isOpenState(other.kind, other.state)) - Number(isOpenState(one.kind, one.state)) ||
			one.priority - other.priority ||
			one.openedAt - other.openedAt,
	);
	return first?.id ?? null;
}
