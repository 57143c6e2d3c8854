import { setTimeout as delay } from "node:timers/promises";
import type { ImportReport } from "../../shared/api/desk.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import type { Background } from "./background.ts";
import type { CliOptions, ImportOption } from "./cli-options.ts";

/** What the desk holds once it is filled as the command line asks. */
export interface FilledDesk {
	readonly tickets: number;
	readonly import?: Pick<
		ImportReport,
		"lines" | "events" | "incidents" | "unchanged" | "open" | "badLineCount"
	> & {
		readonly seconds: number;
	};
}

type Say = (line: string) => void;

const PROGRESS_EVERY_MS = 1_000;
/** More bad lines than this are counted, not shown. */
const SHOWN_BAD_LINES = 20;

/** Fills the desk as the command line asks, and says how it goes. */
export async function fillDesk(
	background: Background,
	{ sampleTickets, importLog }: CliOptions,
	say: Say,
): Promise<Result<FilledDesk>> {
	if (sampleTickets !== null) await fillWithSample(background, sampleTickets, say);
	const imported = importLog ? await fillFromLog(background, importLog, say) : null;
	if (imported && !imported.ok) return imported;
	return ok({
		tickets: await countTickets(background),
		...(imported ? { import: imported.value } : {}),
	});
}

async function fillWithSample(background: Background, tickets: number, say: Say): Promise<void> {
	const chosen = await background.intake.setup.chooseSample(tickets);
	if (!chosen.ok) say("The desk has been set up before: --sample changes nothing.");
	await sayProgress(background, "Sample desk", say);
}

async function fillFromLog(
	background: Background,
	{ path, asOf, zone }: ImportOption,
	say: Say,
): Promise<Result<FilledDesk["import"] & object>> {
	const { imports, filler } = background.intake;
	await filler.whenIdle(); // a sample that an earlier run left unfinished
	const startedAt = performance.now();
	const started = imports.startFile(path, { asOf, zone });
	if (!started.ok) return started;
	await sayProgress(background, "Import", say);
	const report = imports.report(started.value.id);
	if (report?.state !== "done") {
		return refuse(
			"import_failed",
			`The log ${path} was not imported: ${report?.error ?? "the desk is closing"}`,
		);
	}
	sayLeftOut(report, say);
	const { lines, events, incidents, unchanged, open, badLineCount } = report;
	const seconds = Math.round(performance.now() - startedAt) / 1_000;
	return ok({ lines, events, incidents, unchanged, open, badLineCount, seconds });
}

async function sayProgress({ intake: { filler } }: Background, what: string, say: Say): Promise<void> {
	const stop = new AbortController();
	const done = filler.whenIdle().finally(() => stop.abort());
	while (!stop.signal.aborted) {
		await delay(PROGRESS_EVERY_MS, null, { signal: stop.signal }).catch(() => null); // done before the time was up
		if (filler.progress !== null) say(`${what}: ${Math.floor(filler.progress * 100)} %`);
	}
	await done;
}

function sayLeftOut({ badLines, badLineCount, ignoredColumns }: ImportReport, say: Say): void {
	for (const { line, reason } of badLines.slice(0, SHOWN_BAD_LINES)) say(`line ${line} left out: ${reason}`);
	if (badLineCount > SHOWN_BAD_LINES) say(`… and ${badLineCount - SHOWN_BAD_LINES} more lines left out`);
	if (ignoredColumns.length > 0) say(`columns that nothing was made of: ${ignoredColumns.join(", ")}`);
}

async function countTickets({ store }: Background): Promise<number> {
	const row = await store.reader
		.selectFrom("ticket")
		.select((select) => select.fn.countAll<number>().as("count"))
		.executeTakeFirstOrThrow();
	return row.count;
}
