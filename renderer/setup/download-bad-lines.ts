import type { ImportReport } from "../../shared/api/desk.ts";
import { saveFile } from "../files/index.ts";

/** Saves the lines that were left out as CSV, for whoever mends the log. */
export function downloadBadLines(report: ImportReport): void {
	const name = `${report.fileName.replace(/\.csv(\.gz)?$/i, "")}-left-out.csv`;
	saveFile(name, badLinesCsv(report), "text/csv");
}

/** RFC 4180; a reason may hold what the log held, so a formula is disarmed. */
export function badLinesCsv({ badLines }: Pick<ImportReport, "badLines">): string {
	const rows = badLines.map(({ line, reason }) => `${line},${quote(reason)}`);
	return ["line,reason", ...rows, ""].join("\r\n");
}

function quote(text: string): string {
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return `"${safe.replaceAll('"', '""')}"`;
}
