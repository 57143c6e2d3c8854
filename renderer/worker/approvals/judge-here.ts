import { judgeDecision } from "../../../shared/approval/judge-decision.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import type { Model, OpenGeneration } from "../engine/model.ts";

/** A ticket with what waits for the desk, or the desk's own standing of it. */
export async function readShown({ cache }: OpenGeneration, ticketId: string | null): Promise<Ticket | null> {
	if (ticketId === null) return null;
	return cache.overlay.shownOf(ticketId)?.ticket ?? (await cache.readBase(ticketId));
}

/** Whether the signed-in person may decide this approval, as far as it can be told here: as the desk will judge it. */
export async function judgeDecisionHere(
	{ session, deskNow }: Model,
	generation: OpenGeneration,
	approval: Ticket,
): Promise<Result<null>> {
	if (approval.kind !== "approval") return ok(null);
	const { people } = generation.cache.things;
	return judgeDecision({
		approval,
		parent: await readShown(generation, approval.parentId),
		personId: session?.person?.id ?? "",
		delegation: people.get(approval.assigneeId ?? "")?.delegation ?? null,
		at: deskNow(),
	});
}
