/** Whether this runtime's `node:sqlite` is there and works: the desk is kept in it. */
export async function hasSqlite(): Promise<boolean> {
	try {
		const { DatabaseSync } = await import("node:sqlite");
		const database = new DatabaseSync(":memory:");
		const row = database.prepare("select 1 as one").get();
		database.close();
		return row?.one === 1;
	} catch {
		// Left out of the build, or broken: the caller says so to the person.
		return false;
	}
}
