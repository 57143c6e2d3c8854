import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LIMITS } from "../../shared/api/common.ts";
import type { ImportReport } from "../../shared/api/desk.ts";
import { ok, refuse } from "../../shared/result.ts";
import { type ImportDesk, ImportJob } from "./import-job.ts";

const OPTIONS = { asOf: null, zone: "UTC" };

function report(state: ImportReport["state"]): ImportReport {
	const figures = { lines: 0, events: 0, incidents: 0, unchanged: 0, open: 0, badLineCount: 0 };
	return {
		id: "i1",
		fileName: "log.csv",
		state,
		progress: 0,
		...figures,
		badLines: [],
		ignoredColumns: [],
		error: null,
	};
}

/** A desk that keeps the parts it gets and can be told to fail. */
function makeDesk() {
	const parts: Blob[] = [];
	const states: ImportReport["state"][] = ["running", "running", "done"];
	const failures: (ReturnType<typeof refuse> | null)[] = [];
	const desk: ImportDesk = {
		nameImport: async () => ok(report("uploading")),
		sendPart: async (_id, { part, file, onSent }) => {
			const failure = failures.shift();
			if (failure) return failure;
			parts[part.index] = file.slice(part.from, part.to);
			onSent(part.to - part.from);
			return ok(report("uploading"));
		},
		startImport: async () => ok(report("running")),
		loadImport: async () => ok(report(states.shift() ?? "done")),
	};
	return { desk, parts, failures };
}

function makeFile(): { file: File; bytes: Uint8Array<ArrayBuffer> } {
	const bytes = new Uint8Array(LIMITS.uploadPartBytes + 10).map((_, index) => index % 251);
	return { file: new File([bytes], "log.csv"), bytes };
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test("a file arrives whole, byte for byte, and its import is followed to the end", async () => {
	const { desk, parts } = makeDesk();
	const job = new ImportJob(desk);
	const { file, bytes } = makeFile();
	const phases = new Set<string>();
	job.subscribe(() => phases.add(job.standing().phase));
	const begun = job.begin(file, OPTIONS);
	await vi.runAllTimersAsync();
	await begun;
	expect(new Uint8Array(await new Blob(parts).arrayBuffer())).toEqual(bytes);
	expect([...phases]).toEqual(["uploading", "running", "ended"]);
});

test("a part that fails for a moment is sent again by itself", async () => {
	const { desk, parts, failures } = makeDesk();
	failures.push(refuse("desk_unreachable", "gone"), refuse("timeout", "slow"));
	const job = new ImportJob(desk);
	const begun = job.begin(makeFile().file, OPTIONS);
	await vi.runAllTimersAsync();
	await begun;
	expect(parts).toHaveLength(2);
	expect(job.standing().phase).toBe("ended");
});

test("a line that stays broken stops the upload, which goes on from the part that is missing", async () => {
	const { desk, parts, failures } = makeDesk();
	const sentIndexes: number[] = [];
	const { sendPart } = desk;
	const job = new ImportJob({
		...desk,
		sendPart: (id, options) => {
			sentIndexes.push(options.part.index);
			return sendPart(id, options);
		},
	});
	failures.push(null, ...Array.from({ length: 4 }, () => refuse("desk_unreachable", "gone")));
	const begun = job.begin(makeFile().file, OPTIONS);
	await vi.runAllTimersAsync();
	await begun;
	expect(job.standing().phase).toBe("stopped");
	const again = job.goOn();
	await vi.runAllTimersAsync();
	await again;
	expect(job.standing().phase).toBe("ended");
	expect(parts).toHaveLength(2);
	expect(sentIndexes).toEqual([0, 1, 1, 1, 1, 1]);
});

test("what the desk refuses for good is told at once, with the form still there", async () => {
	const { desk } = makeDesk();
	const job = new ImportJob({
		...desk,
		nameImport: async () => refuse("invalid_request", "no such zone", "zone"),
	});
	await job.begin(makeFile().file, OPTIONS);
	expect(job.standing()).toMatchObject({ phase: "choosing", refusal: { path: "zone" } });
});

test("a desk that does not answer meanwhile is waited for", async () => {
	const { desk } = makeDesk();
	const answers = [ok(report("running")), refuse("desk_unreachable", "gone"), ok(report("done"))];
	const silent: boolean[] = [];
	const job = new ImportJob({ ...desk, loadImport: async () => answers.shift() ?? ok(report("done")) });
	job.subscribe(() => {
		const standing = job.standing();
		if (standing.phase === "running") silent.push(standing.isSilent);
	});
	const followed = job.follow("i1");
	await vi.runAllTimersAsync();
	await followed;
	expect(silent).toEqual([false, true]);
	expect(job.standing().phase).toBe("ended");
});
