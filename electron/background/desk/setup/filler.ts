/** What is filling the desk. */
export type FillingKind = "sample" | "import";

/** Work that fills the desk; it stops when `onProgress` (0–1) throws. */
export type FillingWork = (onProgress: (progress: number) => void) => Promise<void>;

/** One filling of the desk at a time. It can be stopped between two slices of its work. */
export class Filler {
	#kind: FillingKind | null = null;
	#progress = 0;
	#done: Promise<void> = Promise.resolve();
	#isStopping = false;
	readonly #onFailure: (kind: FillingKind, error: unknown) => void;
	readonly #onEnd: () => void;

	/** `onEnd` hears of every end, also of a failure: some of it may be there. */
	constructor(onFailure: (kind: FillingKind, error: unknown) => void, onEnd: () => void) {
		this.#onFailure = onFailure;
		this.#onEnd = onEnd;
	}

	get kind(): FillingKind | null {
		return this.#kind;
	}

	/** 0–1; `null` while nothing is filled. */
	get progress(): number | null {
		return this.#kind === null ? null : this.#progress;
	}

	/** Answers whether it began: not while something else fills the desk. */
	begin(kind: FillingKind, work: FillingWork): boolean {
		if (this.#kind !== null || this.#isStopping) return false;
		this.#kind = kind;
		this.#progress = 0;
		this.#done = this.#run(kind, work);
		return true;
	}

	whenIdle(): Promise<void> {
		return this.#done;
	}

	/** Stops at the end of the present slice. */
	async stop(): Promise<void> {
		this.#isStopping = true;
		await this.#done;
	}

	async #run(kind: FillingKind, work: FillingWork): Promise<void> {
		try {
			await work((progress) => {
				if (this.#isStopping) throw new FillingStopped();
				this.#progress = Math.min(1, Math.max(this.#progress, progress));
			});
		} catch (error) {
			if (!(error instanceof FillingStopped)) this.#onFailure(kind, error);
		} finally {
			this.#kind = null;
			this.#onEnd();
		}
	}
}

/** The desk is closing: what was written stays, and the next run goes on from there. */
export class FillingStopped extends Error {
	override readonly name = "FillingStopped";
}
