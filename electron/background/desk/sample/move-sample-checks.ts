import { isDeepStrictEqual } from "node:util";
import { fromCheckRow, toCheckRow } from "../../store/monitoring-rows.ts";
import type { Store } from "../../store/store.ts";
import { type EndpointPorts, makeSampleChecks } from "./sample-checks.ts";

/** Points the sample's checks to where its endpoints listen by now; a check that a person changed stays as it is. */
export async function moveSampleChecks(store: Store, from: EndpointPorts, to: EndpointPorts): Promise<void> {
	if (isDeepStrictEqual(from, to)) return;
	const before = new Map(makeSampleChecks(from).map((check) => [check.id, check]));
	const after = new Map(makeSampleChecks(to).map((check) => [check.id, check]));
	await store.write(async ({ tx, logChange, afterCommit }) => {
		const rows = await tx
			.selectFrom("check_definition")
			.selectAll()
			.where("id", "in", [...before.keys()])
			.execute();
		for (const check of rows.map(fromCheckRow)) {
			const target = after.get(check.id)?.target;
			if (!target || !isDeepStrictEqual(check.target, before.get(check.id)?.target)) continue;
			const moved = { ...check, target, revision: check.revision + 1 };
			const { id, ...columns } = toCheckRow(moved);
			await tx.updateTable("check_definition").set(columns).where("id", "=", id).execute();
			logChange("check", id);
			// A monitor that already runs plans the check anew.
			afterCommit(() => store.events.emit("check.saved", { check: moved }));
		}
	});
}
