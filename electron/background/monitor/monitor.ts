import type {
	Check,
	CheckDetail,
	CheckFigures,
	CheckInput,
	CheckPatch,
	CheckResult,
} from "../../../shared/api/checks.ts";
import type { HardChange } from "../../../shared/check/state.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { Store } from "../store/store.ts";
import { CheckCatalogue, findCheck, noSuchCheck, updateCheck } from "./check-catalogue.ts";
import { CheckRecord } from "./check-record.ts";
import { DAY_MS } from "./day-tally.ts";
import type { ProbedCheck, ProbeOrder } from "./prober-messages.ts";
import { PROBER_SILENT_AFTER_MS, ProberSupervisor } from "./prober-supervisor.ts";
import { ResultArchive, thinResults } from "./result-archive.ts";

const TICK_MS = 1_000;
const DROP_EVERY_MS = 300_000;
const DETAIL_RESULTS = 2_880;
/** Checks whose saved results are read in one go at start, before everything else has a turn. */
const RESTORE_SLICE = 20;

export interface MonitorOptions {
	readonly store: Store;
	readonly log: (line: string) => void;
	/** For tests: another script for the thread. */
	readonly proberScript?: URL;
}

/** One newest result, for whoever shows states by age. */
export interface Sighting {
	readonly check: Check;
	readonly lastResult: CheckResult | null;
}

export interface ProberStatus {
	readonly lastSeenAt: number | null;
	readonly staleAfterMs: number;
}

interface StateChange {
	readonly checkId: string;
	readonly generation: number;
	readonly change: HardChange;
	readonly result: CheckResult;
}

/** Watches all checks: the prober thread looks, this side remembers, saves and tells. */
export class Monitor {
	readonly catalogue: CheckCatalogue;
	readonly #store: Store;
	readonly #log: (line: string) => void;
	readonly #archive: ResultArchive;
	readonly #prober: ProberSupervisor;
	readonly #records = new Map<string, CheckRecord>();
	/** With results that were not yet told, not yet saved. */
	readonly #untold = new Set<string>();
	readonly #unsaved = new Set<string>();
	/** Hard states entered but not yet saved, in order. */
	#changes: StateChange[] = [];
	#saving: Promise<void> | null = null;
	#timer: NodeJS.Timeout | null = null;
	#droppedAt = 0;
	#isClosed = false;
	#stopListening: readonly (() => void)[] = [];

	constructor(options: MonitorOptions) {
		this.#store = options.store;
		this.#log = options.log;
		this.catalogue = new CheckCatalogue(options.store);
		this.#archive = new ResultArchive(options.store);
		this.#prober = new ProberSupervisor({
			onStarted: () => this.#planAll(),
			onResults: (results) => this.#takeResults(results),
			log: options.log,
			...(options.proberScript ? { script: options.proberScript } : {}),
		});
	}

	/** Reads the checks, starts the thread; saved results are read while it already works. */
	async start(): Promise<void> {
		for (const check of await this.catalogue.all()) this.#records.set(check.id, new CheckRecord(check));
		this.#stopListening = [
			this.#store.events.on("check.saved", ({ check }) => this.#adopt(check)),
			this.#store.events.on("check.removed", ({ checkId }) => this.#drop(checkId)),
		];
		this.#prober.start();
		this.#tickLater();
		this.#restoreResults().catch((error: unknown) => this.#logFailure("reading saved results", error));
	}

	/** Stops the thread, then saves what is in memory. */
	async close(): Promise<void> {
		this.#isClosed = true;
		for (const stop of this.#stopListening) stop();
		if (this.#timer) clearTimeout(this.#timer);
		await this.#prober.stop();
		await this.#save();
	}

	get prober(): ProberStatus {
		return { lastSeenAt: this.#prober.lastSeenAt, staleAfterMs: PROBER_SILENT_AFTER_MS };
	}

	sightings(): readonly Sighting[] {
		return [...this.#records.values()].map(({ check, lastResult }) => ({ check, lastResult }));
	}

	list(now = Date.now()): { readonly checks: readonly Check[]; readonly figures: readonly CheckFigures[] } {
		const records = [...this.#records.values()];
		return {
			checks: records.map((record) => record.check),
			figures: records.map((record) => record.figures(now)),
		};
	}

	async detail(checkId: string, now = Date.now()): Promise<Result<CheckDetail>> {
		const record = this.#records.get(checkId);
		if (!record) return noSuchCheck(checkId);
		const saved = await this.#archive.load(checkId, now);
		const open = record.openStretch;
		const results = [...saved.filter((stretch) => stretch[0]?.at !== open[0]?.at), open].flat();
		const alerts = await this.#store.reader
			.selectFrom("alert")
			.select("id")
			.where("check_id", "=", checkId)
			.orderBy("since", "desc")
			.limit(100)
			.execute();
		return ok({
			serverTime: now,
			check: record.check,
			figures: record.figures(now),
			results: [
				...thinResults(
					results.filter((result) => result.at >= now - DAY_MS),
					DETAIL_RESULTS,
				),
			],
			alertIds: alerts.map(({ id }) => id),
		});
	}

	create(input: CheckInput): Promise<Result<Check>> {
		return this.catalogue.create(input);
	}

	patch(checkId: string, patch: CheckPatch): Promise<Result<Check>> {
		return this.catalogue.patch(checkId, patch);
	}

	remove(checkId: string): Promise<Result<null>> {
		return this.catalogue.remove(checkId);
	}

	/** Runs once, now, outside every plan. */
	test(order: ProbeOrder): Promise<Result<CheckResult>> {
		return this.#prober.probe(order);
	}

	#planAll(): void {
		const planned = [...this.#records.values()].filter(({ check }) => !check.isPaused);
		this.#prober.send({ type: "plan", checks: planned.map((record) => record.plan(false)) });
	}

	/** A check was made or edited, here or by an import. */
	#adopt(check: Check): void {
		const known = this.#records.get(check.id);
		const record = known ?? new CheckRecord(check);
		const isSame = known !== undefined && probeKey(known.check) === probeKey(check);
		record.update(check);
		this.#records.set(check.id, record);
		if (isSame) return;
		record.resetStanding();
		const plan = record.plan(true);
		if (check.isPaused) this.#prober.send({ type: "forget", checkIds: [check.id] });
		else this.#prober.send({ type: "plan", checks: [plan] });
		this.#untold.add(check.id);
	}

	#drop(checkId: string): void {
		this.#records.delete(checkId);
		this.#untold.delete(checkId);
		this.#unsaved.delete(checkId);
		this.#prober.send({ type: "forget", checkIds: [checkId] });
	}

	#takeResults(results: readonly ProbedCheck[]): void {
		for (const { checkId, generation, result, standing, change } of results) {
			const record = this.#records.get(checkId);
			if (record?.generation !== generation) continue;
			record.add(result, standing);
			this.#untold.add(checkId);
			this.#unsaved.add(checkId);
			if (change) this.#changes.push({ checkId, generation, change, result });
		}
		if (this.#changes.length > 0) this.#saveChanges();
	}

	#saveChanges(): void {
		this.#saving ??= this.#saveAllChanges()
			.catch((error: unknown) => this.#logFailure("saving a check's state", error))
			.finally(() => {
				this.#saving = null;
			});
	}

	/** A hard state is on the disk before anybody hears of it; what can't be saved now is tried again each second. */
	async #saveAllChanges(): Promise<void> {
		while (this.#changes.length > 0) {
			const changes = this.#changes;
			await this.#store.write(async ({ tx, logChange, afterCommit }) => {
				for (const entry of changes) {
					const { checkId, change, result } = entry;
					const before = await findCheck(tx, checkId);
					if (!before || !this.#isCurrent(entry)) continue;
					const check: Check = {
						...before,
						state: change.to,
						stateSince: change.since,
						revision: before.revision + 1,
					};
					await updateCheck(tx, check);
					logChange("check", checkId);
					afterCommit(() => {
						this.#records.get(checkId)?.update(check);
						this.#store.events.emit("check.state", { check, ...change, result });
					});
				}
			});
			this.#changes = this.#changes.slice(changes.length);
		}
	}

	/** An edit made since drops what the old definition saw. */
	#isCurrent({ checkId, generation }: StateChange): boolean {
		return this.#records.get(checkId)?.generation === generation;
	}

	#tickLater(): void {
		this.#timer = setTimeout(async () => {
			this.#tell();
			await this.#save();
			if (!this.#isClosed) this.#tickLater();
		}, TICK_MS);
	}

	#tell(): void {
		const now = Date.now();
		const figures = [...this.#untold].flatMap((checkId) => this.#records.get(checkId)?.figures(now) ?? []);
		this.#untold.clear();
		if (figures.length > 0) this.#store.events.emit("figures", { figures });
	}

	async #save(): Promise<void> {
		if (this.#changes.length > 0) this.#saveChanges();
		await this.#saving;
		const unsaved = [...this.#unsaved].flatMap((checkId) => this.#records.get(checkId) ?? []);
		this.#unsaved.clear();
		try {
			await this.#saveResults(unsaved);
			await this.#dropOld();
		} catch (error) {
			for (const { check } of unsaved) this.#unsaved.add(check.id);
			this.#logFailure("saving results", error);
		}
	}

	async #saveResults(records: readonly CheckRecord[]): Promise<void> {
		if (records.length === 0) return;
		const ended = records.map((record) => ({ record, stretches: record.endedStretches }));
		const all = ended.flatMap(({ record, stretches }) =>
			[...stretches, record.openStretch].map((stretch) => ({ checkId: record.check.id, stretch })),
		);
		await this.#archive.save(all, (checkId) => this.#records.has(checkId));
		for (const { record, stretches } of ended) record.confirmSaved(stretches);
	}

	async #dropOld(): Promise<void> {
		const now = Date.now();
		if (now - this.#droppedAt < DROP_EVERY_MS) return;
		this.#droppedAt = now;
		await this.#archive.dropOlder(now);
	}

	async #restoreResults(): Promise<void> {
		const now = Date.now();
		for (const [index, record] of [...this.#records.values()].entries()) {
			if (this.#isClosed) return;
			const stretches = await this.#archive.load(record.check.id, now);
			const before = record.openStretch[0]?.at ?? Infinity;
			record.restore(stretches.flat().filter((result) => result.at < before));
			this.#untold.add(record.check.id);
			if (index % RESTORE_SLICE === RESTORE_SLICE - 1) await new Promise((next) => setImmediate(next));
		}
	}

	#logFailure(doing: string, error: unknown): void {
		this.#log(`monitor: ${doing} failed: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** What makes a check another one for the prober. */
function probeKey(check: Check): string {
	const { target, intervalMs, timeoutMs, retries, retryIntervalMs, degradedAboveMs, isPaused } = check;
	return JSON.stringify([target, intervalMs, timeoutMs, retries, retryIntervalMs, degradedAboveMs, isPaused]);
}
