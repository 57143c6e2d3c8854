import type { EpochMs } from "../../../shared/ticket/ticket.ts";
import type { Model } from "../engine/model.ts";
import type { Topics } from "../protocol.ts";
import { changePlanOf } from "../views/change-plan.ts";

/** When what is changed, also without the desk. */
export function changePlanPayload(
	{ generation, session }: Model,
	from: EpochMs,
): Promise<Topics["changePlan"]["payload"]> | undefined {
	if (!generation) return undefined;
	const zone = session?.zone ?? "UTC";
	return changePlanOf(generation.cache)
		.rows(from)
		.then((changes) => ({ zone, changes }));
}
