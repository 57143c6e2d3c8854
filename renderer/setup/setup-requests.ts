import {
	type ImportInput,
	type ImportReport,
	importReportSchema,
	type Setup,
	setupSchema,
} from "../../shared/api/desk.ts";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";
import type { FilePart } from "./slice-file.ts";

/** A megabyte over a slow line still arrives within this. */
const PART_TIMEOUT_MS = 120_000;

export function loadSetup(signal?: AbortSignal): Promise<Result<Setup>> {
	return askDesk({ path: "/setup", answer: setupSchema, ...(signal && { signal }) });
}

export function chooseSample(tickets: number): Promise<Result<Setup>> {
	return askDesk({
		method: "POST",
		path: "/setup",
		body: { choice: "sample", tickets },
		answer: setupSchema,
	});
}

export function chooseEmpty(): Promise<Result<Setup>> {
	return askDesk({ method: "POST", path: "/setup", body: { choice: "empty" }, answer: setupSchema });
}

export function nameImport(input: ImportInput): Promise<Result<ImportReport>> {
	return askDesk({ method: "POST", path: "/imports", body: input, answer: importReportSchema });
}

export function sendPart(
	importId: string,
	{ part, file, signal, onSent }: SendPart,
): Promise<Result<ImportReport>> {
	return askDesk({
		method: "PUT",
		path: `/imports/${importId}/parts/${part.index}`,
		body: file.slice(part.from, part.to),
		answer: importReportSchema,
		timeoutMs: PART_TIMEOUT_MS,
		signal,
		onSent,
	});
}

interface SendPart {
	readonly part: FilePart;
	readonly file: Blob;
	readonly signal: AbortSignal;
	readonly onSent: (sentBytes: number) => void;
}

export function startImport(importId: string): Promise<Result<ImportReport>> {
	return askDesk({ method: "POST", path: `/imports/${importId}/start`, answer: importReportSchema });
}

export function loadImport(importId: string): Promise<Result<ImportReport>> {
	return askDesk({ path: `/imports/${importId}`, answer: importReportSchema });
}
