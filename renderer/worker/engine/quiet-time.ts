import { outdatedNames } from "../cache/generation-name.ts";
import type { CallOff } from "../clock.ts";
import type { Serial } from "../serial.ts";
import type { Disk } from "./disk.ts";
import type { EngineParts } from "./engine-parts.ts";
import type { Generations } from "./generations.ts";
import { Leisure } from "./leisure.ts";
import type { Model, OpenGeneration } from "./model.ts";
import { workingSet } from "./working-set.ts";

/** Quiet for this long: time to fold the log and to fetch histories ahead. */
const QUIET_MS = 5_000;

export interface QuietTimeOptions {
	readonly model: Model;
	readonly disk: Disk;
	readonly generations: Generations;
	readonly steps: Serial;
	readonly parts: EngineParts;
}

/** What the window that writes does when nothing else is going on. */
export class QuietTime {
	readonly #options: QuietTimeOptions;
	#callOff: CallOff | undefined;
	/** As the desk itself told it last: a workstation that is a year ahead must not forget what is a day old. */
	#deskTime: number | null = null;

	constructor(options: QuietTimeOptions) {
		this.#options = options;
	}

	/** Something happened, at that time by the desk's clock where it said so: the quiet begins anew. */
	restart(deskTime: number | null): void {
		this.#deskTime = deskTime ?? this.#deskTime;
		this.#callOff?.();
		const { clock, onFailure } = this.#options.parts;
		this.#callOff = clock.after(QUIET_MS, () => {
			void this.#spend().catch(onFailure);
		});
	}

	dispose(): void {
		this.#callOff?.();
	}

	async #spend(): Promise<void> {
		const { model, disk, steps } = this.#options;
		const { generation, isWriter } = model;
		if (!generation || !isWriter) return;
		await steps.run(() => generation.cache.fold());
		if (this.#deskTime !== null) await generation.outbox.prune(this.#deskTime);
		if (!generation.cache.isComplete) return;
		await this.#dropEnded(generation);
		await this.#removeOldGenerations(generation);
		await disk.measureRoom();
		if (model.isSpaceShort) return;
		const wanted = workingSet(generation, model.session);
		const leisure = new Leisure(generation.views, this.#options.parts.clock);
		await generation.histories.fetchAhead(wanted, () => leisure.begin());
		for (const { id } of wanted) {
			const attachments = await generation.histories.attachmentsOf(id);
			if (attachments.length > 0) await generation.keptFiles.fetchAhead(attachments);
		}
	}

	/** What has become older than this workstation keeps goes, a few thousand rows a step. */
	async #dropEnded(generation: OpenGeneration): Promise<void> {
		const { model, steps, generations, parts } = this.#options;
		const keptFrom = await generations.keptFrom();
		if (keptFrom === 0) return;
		while (model.generation === generation) {
			const dirty = await steps.run(() => generation.cache.dropEnded(keptFrom));
			if (!dirty) return;
			generations.show(generation, dirty);
			parts.channel.post({ type: "changes" });
		}
	}

	/** Caches of other epochs and layouts hold nothing that is not in the complete one. */
	async #removeOldGenerations({ cache, name }: OpenGeneration): Promise<void> {
		const { disk, model } = this.#options;
		const key = { epoch: cache.epoch, personId: model.session?.person?.id ?? "" };
		for (const old of outdatedNames(await disk.caches.names(), name, key)) await disk.caches.remove(old);
	}
}
