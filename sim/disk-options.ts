import type { DiskKind } from "./seed-pool.ts";
import type { SeedOptions } from "./world.ts";

/** Loaded only where it is wanted: it puts an IndexedDB among the globals. */
export async function diskOptions(disk: DiskKind): Promise<Pick<SeedOptions, "makeBackend">> {
	if (disk === "memory") return {};
	const { makeIndexedDbBackend } = await import("./station/indexed-db-backend.ts");
	return { makeBackend: makeIndexedDbBackend };
}
