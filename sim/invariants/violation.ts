import { shorten, type Trace } from "../trace.ts";

/** Something that must hold and did not. */
export interface Violation {
	/** `I1`–`I13`. */
	readonly invariant: string;
	readonly text: string;
}

export type Report = (invariant: string, text: string) => void;

/** The same finding is told once. */
export class Violations {
	readonly list: Violation[] = [];
	readonly #trace: Trace;

	constructor(trace: Trace) {
		this.#trace = trace;
	}

	readonly report: Report = (invariant, found) => {
		const text = shorten(found);
		if (this.list.some((known) => known.invariant === invariant && known.text === text)) return;
		this.#trace.note("BROKEN", () => `${invariant}: ${text}`);
		this.list.push({ invariant, text });
	};
}
