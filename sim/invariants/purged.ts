import { isOfPerson } from "../../renderer/worker/cache/generation-name.ts";
import { knownTickets } from "../station/known-tickets.ts";
import type { Workstation } from "../station/workstation.ts";
import type { Report } from "./violation.ts";

/** I11: of what somebody may no longer read nothing is left, in memory or on disk. */
export async function checkPurged(station: Workstation, personId: string, report: Report): Promise<void> {
	for (const { name, engine } of station.windows) {
		const { generation } = engine.model;
		const own = new Set(
			generation?.outbox.entries.flatMap(({ intent }) => (intent.type === "create" ? intent.ticketId : [])),
		);
		const rows = (generation ? knownTickets(generation.cache.columns) : []).filter(({ id }) => !own.has(id));
		if (rows.length > 0)
			report("I11", `${name} still holds ${rows.length} tickets that ${personId} may not read`);
	}
	const { caches } = station.disk.backend;
	for (const name of await caches.names()) {
		if (!isOfPerson(name, personId)) continue;
		const { state, log, columns } = await (await caches.open(name)).load();
		if (state !== null || log.length > 0 || columns.length > 0)
			report("I11", `${station.name} keeps ${name} on disk, which ${personId} may not read`);
	}
}
