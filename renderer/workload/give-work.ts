import { notifications } from "@mantine/notifications";
import { callWorker } from "../data/index.ts";
import { makeQuery, NO_FILTERS } from "../queue-state/index.ts";
import { workloadText as text } from "../text/en/workload.ts";
import { useBulk } from "../ticket/index.ts";
import type { LoadRow } from "../worker/views/workload-protocol.ts";

/** At most so many can be changed at once. */
const MOST = 5_000;

/** Opens the change of many for all open tickets of a row, with the assignee at hand; nothing is done without its preview. */
export async function giveWork({ personId, load }: LoadRow, teamId: string | null): Promise<void> {
	const filters = {
		...NO_FILTERS,
		assigneeIds: [personId ?? "none"],
		teamIds: teamId === null ? [] : [teamId],
	};
	const query = makeQuery("open", filters, { by: "priority", isDescending: false });
	const ticketIds = await callWorker("idsOf", { query, window: { from: 0, count: MOST } });
	if (ticketIds.length === 0) return;
	if (load.open > MOST) notifications.show({ message: text.tooMany(load.open, MOST) });
	useBulk.getState().begin({ ticketIds, values: {}, focus: "assigneeId" });
}
