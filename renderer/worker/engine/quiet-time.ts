import { generationName } from "../cache/open-cache.ts";
import type { CallOff } from "../clock.ts";
import type { Serial } from "../serial.ts";
import type { Disk } from "./disk.ts";
import type { EngineParts } from "./engine-parts.ts";
import type { Model, OpenGeneration } from "./model.ts";
import { workingSet } from "./working-set.ts";

/** Quiet for this long: time to fold the log and to fetch histories ahead. */
const QUIET_MS = 5_000;

export interface QuietTimeOptions {
	readonly model: Model;
	readonly disk: Disk;
	readonly steps: Serial;
	readonly parts: EngineParts;
}

/** What the window that writes does when nothing else is going on. */
export class QuietTime {
	readonly #options: QuietTimeOptions;
	#callOff: CallOff | undefined;

	constructor(options: QuietTimeOptions) {
		this.#options = options;
	}

	/** Something happened: the quiet begins anew. */
	restart(): void {
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
		const { model, steps } = this.#options;
		const { generation, isWriter } = model;
		if (!generation || !isWriter) return;
		await steps.run(() => generation.cache.fold());
		if (!generation.cache.isComplete) return;
		await this.#removeOldGenerations(generation);
		await generation.histories.fetchAhead(workingSet(generation, model.session));
	}

	/** Caches of other epochs hold nothing that is still true. */
	async #removeOldGenerations(generation: OpenGeneration): Promise<void> {
		const { caches } = this.#options.disk;
		const names = await caches.names();
		const old = names.filter((name) => !name.startsWith(generationName(generation.cache.epoch, "")));
		for (const name of old) await caches.remove(name);
	}
}
