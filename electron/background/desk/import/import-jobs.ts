import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ImportInput, ImportReport } from "../../../../shared/api/desk.ts";
import { ok, type Result, refuse } from "../../../../shared/result.ts";
import { makeId } from "../../store/crypto.ts";
import type { Store } from "../../store/store.ts";
import type { Filler } from "../setup/filler.ts";
import { importLog } from "./import-log.ts";
import { Upload } from "./uploads.ts";

export interface ImportJobsParts {
	readonly store: Store;
	readonly filler: Filler;
	/** Where files are kept while they arrive and run. */
	readonly folder: string;
	readonly now: () => number;
	/** Hears of each import that was carried through. */
	readonly onDone: (input: ImportInput) => Promise<void>;
}

interface Job {
	readonly input: ImportInput;
	readonly upload: Upload | null;
	report: ImportReport;
}

/** Files on their way here at once: more are given up, oldest first. */
const MAX_UPLOADS = 3;
/** Reports kept for who asks later. */
const MAX_JOBS = 50;

/** The imports of this run: files arriving in parts, then read one at a time. */
export class ImportJobs {
	readonly #parts: ImportJobsParts;
	readonly #jobs = new Map<string, Job>();
	#lastStartedId: string | null = null;

	constructor(parts: ImportJobsParts) {
		this.#parts = parts;
	}

	/** The import that runs or ran last. */
	get lastStartedId(): string | null {
		return this.#lastStartedId;
	}

	/** Removes what an earlier run left behind. */
	async resume(): Promise<void> {
		await rm(this.#parts.folder, { recursive: true, force: true });
	}

	report(id: string): ImportReport | null {
		const job = this.#jobs.get(id);
		if (!job) return null;
		const { progress, kind } = this.#parts.filler;
		const isRunning = job.report.state === "running" && kind === "import";
		return isRunning ? { ...job.report, progress: progress ?? 0 } : job.report;
	}

	/** Announces a file that will come in parts. */
	async announce(input: ImportInput): Promise<ImportReport> {
		await this.#giveUpOldest();
		const id = makeId();
		return this.#add(id, input, new Upload(join(this.#parts.folder, id), input.sizeBytes));
	}

	async putPart(id: string, index: number, part: Buffer): Promise<Result<ImportReport>> {
		const job = this.#jobs.get(id);
		if (!job?.upload || job.report.state !== "uploading") return refuseState(job);
		const taken = await job.upload.put(index, part);
		if (!taken.ok) return taken;
		job.report = { ...job.report, progress: job.upload.receivedBytes / job.input.sizeBytes };
		return ok(job.report);
	}

	/** Runs an import whose file has arrived. */
	async start(id: string): Promise<Result<ImportReport>> {
		const job = this.#jobs.get(id);
		if (!job?.upload || job.report.state !== "uploading") return refuseState(job);
		if (this.#parts.filler.kind)
			return refuse("conflict", "Something else is filling the desk: wait for it.");
		const path = await job.upload.join();
		if (!path.ok) return path;
		return this.#begin(id, job, path.value);
	}

	/** Runs an import of a file that is on this machine. */
	startFile(path: string, options: Pick<ImportInput, "asOf" | "zone">): Result<ImportReport> {
		const id = makeId();
		const input = { fileName: basename(path), sizeBytes: 1, ...options };
		this.#add(id, input, null);
		const job = this.#jobs.get(id);
		return job ? this.#begin(id, job, path) : refuseState(job);
	}

	#add(id: string, input: ImportInput, upload: Upload | null): ImportReport {
		const report = blankReport(id, input.fileName);
		this.#jobs.set(id, { input, upload, report });
		const oldest = this.#jobs.keys().next();
		if (this.#jobs.size > MAX_JOBS && !oldest.done) this.#jobs.delete(oldest.value);
		return report;
	}

	#begin(id: string, job: Job, path: string): Result<ImportReport> {
		const before = job.report;
		const running: ImportReport = { ...before, state: "running", progress: 0 };
		job.report = running; // before it begins: it may have failed by the time that is answered
		if (!this.#parts.filler.begin("import", (onProgress) => this.#run(job, path, onProgress))) {
			job.report = before;
			return refuse("conflict", "Something else is filling the desk: wait for it.");
		}
		this.#lastStartedId = id;
		return ok(running);
	}

	/** How it ended is told once its file is gone and nothing fills the desk: who hears of it may begin the next. */
	async #run(job: Job, path: string, onProgress: (progress: number) => void): Promise<void> {
		const { store, now, onDone } = this.#parts;
		const { asOf, zone } = job.input;
		try {
			const done = await importLog(store, { path, asOf, zone, now, onProgress });
			if (done.ok) await onDone(job.input);
			await job.upload?.remove();
			job.report = done.ok
				? {
						...job.report,
						...done.value,
						badLines: [...done.value.badLines],
						ignoredColumns: [...done.value.ignoredColumns],
						state: "done",
						progress: 1,
					}
				: { ...job.report, state: "failed", error: done.error.message };
		} catch (error) {
			await job.upload?.remove();
			const message = "The import stopped before its end; what it wrote stays. Import the same file again.";
			job.report = { ...job.report, state: "failed", error: message };
			throw error;
		}
	}

	async #giveUpOldest(): Promise<void> {
		const waiting = [...this.#jobs].filter(([, { report }]) => report.state === "uploading");
		for (const [id, job] of waiting.slice(0, Math.max(0, waiting.length - MAX_UPLOADS + 1))) {
			this.#jobs.delete(id);
			await job.upload?.remove();
		}
	}
}

function refuseState(job: Job | undefined): Result<never> {
	if (!job) return refuse("not_found", "There is no such import; it may have been given up for newer ones.");
	return refuse("conflict", "This import has been started already.");
}

function blankReport(id: string, fileName: string): ImportReport {
	return {
		id,
		fileName,
		state: "uploading",
		progress: 0,
		lines: 0,
		events: 0,
		incidents: 0,
		unchanged: 0,
		open: 0,
		badLines: [],
		badLineCount: 0,
		ignoredColumns: [],
		error: null,
	};
}
