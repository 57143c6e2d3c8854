import { openStore } from "../../electron/background/store/open-store.ts";

const AT_A_TIME = 2_000;

/**
 * What others do at a desk that consoles can't reach: so many tickets get another category, straight in its
 * stopped file, as an import would do it. Answers the ids.
 */
export async function changeElsewhere(dataDir: string, changes: number): Promise<ReadonlySet<string>> {
	const store = await openStore({ dataDir });
	const changed = new Set<string>();
	try {
		for (let last = ""; changed.size < changes; ) {
			const limit = Math.min(AT_A_TIME, changes - changed.size);
			const rows = await store.reader
				.selectFrom("ticket")
				.select("id")
				.where("id", ">", last)
				.orderBy("id")
				.limit(limit)
				.execute();
			if (rows.length === 0) throw new Error(`there are only ${changed.size} tickets to change`);
			const ids = rows.map(({ id }) => id);
			await store.write(async ({ tx, logChange }) => {
				await tx
					.updateTable("ticket")
					.set(({ eb }) => ({ category: `Category ${changed.size}`, revision: eb("revision", "+", 1) }))
					.where("id", "in", ids)
					.execute();
				for (const id of ids) logChange("ticket", id);
			});
			for (const id of ids) changed.add(id);
			last = ids.at(-1) ?? last;
		}
	} finally {
		await store.close();
	}
	return changed;
}
