import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { ok, type Result, refuse } from "../../../../shared/result.ts";
import { openSnapshot } from "../../store/open-snapshot.ts";
import { exists, OWNER_ONLY, renameDurably } from "../disk.ts";
import { DATABASE } from "../manifest.ts";
import { CSV_FOLDER, type ExportFile, exportFiles, JSON_FOLDER } from "./export-files.ts";

export interface ExportOptions {
	readonly dataDir: string;
	/** A folder that is not there yet. */
	readonly to: string;
	readonly stop: AbortSignal;
}

export interface ExportedDesk {
	readonly export: string;
	readonly files: number;
	readonly bytes: number;
	readonly tickets: number;
}

/** Writes all of a desk as it is at one moment; a background may go on working on it. */
export async function exportToFolder({ dataDir, to, stop }: ExportOptions): Promise<Result<ExportedDesk>> {
	const path = join(dataDir, DATABASE);
	if (!(await exists(path)))
		return refuse("no_desk", `There is no desk in ${dataDir}: ${DATABASE} is not there.`);
	if (await exists(to)) return refuse("exists", `${to} is there already. Nothing was written.`);
	const making = `${to}.making`;
	await rm(making, { recursive: true, force: true });
	for (const folder of [JSON_FOLDER, CSV_FOLDER])
		await mkdir(join(making, folder), { recursive: true, mode: OWNER_ONLY });
	const snapshot = await openSnapshot(path);
	try {
		const files = await exportFiles(snapshot.database);
		let bytes = 0;
		for (const file of files) bytes += await writePieces(join(making, file.path), file, stop);
		const { count } = await snapshot.database
			.selectFrom("ticket")
			.select((select) => select.fn.countAll<number>().as("count"))
			.executeTakeFirstOrThrow();
		if (stop.aborted) return refuse("stopped", "The export was stopped.");
		await renameDurably(making, to);
		return ok({ export: to, files: files.length, bytes, tickets: count });
	} finally {
		await snapshot.close();
		await rm(making, { recursive: true, force: true });
	}
}

async function writePieces(path: string, { pieces }: ExportFile, stop: AbortSignal): Promise<number> {
	const stream = createWriteStream(path, { mode: 0o600 });
	for await (const piece of pieces) {
		if (stop.aborted) break;
		if (!stream.write(piece)) await once(stream, "drain");
	}
	stream.end();
	await finished(stream);
	return stream.bytesWritten;
}
