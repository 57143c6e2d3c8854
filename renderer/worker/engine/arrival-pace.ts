import type { CallOff, Clock } from "../clock.ts";
import type { Aspect } from "./model.ts";

/** Of a long way down so much is drawn at a time: progress is seen, and the machine's time is for the fetch. */
const SHOWN_EVERY_MS = 400;

export interface ArrivalPaceOptions {
	readonly clock: Clock;
	readonly onTouched: (...aspects: readonly Aspect[]) => void;
}

/** When what comes down page after page is shown: the first page at once, those after it a few at a time. */
export class ArrivalPace {
	readonly #options: ArrivalPaceOptions;
	readonly #waiting = new Set<Aspect>();
	#callOff: CallOff | null = null;

	constructor(options: ArrivalPaceOptions) {
		this.#options = options;
	}

	/** These changed and nothing more is coming: shown now, with what waited. */
	touch(aspects: readonly Aspect[]): void {
		for (const aspect of aspects) this.#waiting.add(aspect);
		this.#callOff?.();
		this.#callOff = null;
		this.#show();
	}

	/** These changed and more is coming. */
	touchSoon(aspects: readonly Aspect[]): void {
		for (const aspect of aspects) this.#waiting.add(aspect);
		if (this.#callOff) return;
		this.#show();
		this.#callOff = this.#options.clock.after(SHOWN_EVERY_MS, () => {
			this.#callOff = null;
			this.#show();
		});
	}

	#show(): void {
		const aspects = [...this.#waiting];
		this.#waiting.clear();
		if (aspects.length > 0) this.#options.onTouched(...aspects);
	}
}
