import type { CheckResult } from "../../../../shared/api/checks.ts";

export type Phases = CheckResult["phases"];
export type Phase = keyof Phases;

const DOING: Readonly<Record<Phase, string>> = {
	dnsMs: "looking up the name",
	connectMs: "connecting",
	tlsMs: "in the TLS handshake",
	firstByteMs: "waiting for an answer",
	transferMs: "reading the answer",
};

/** Times the phases of one probe; what repeats (redirects) adds up, what did not happen stays `null`. */
export class Stopwatch {
	readonly #startedAt = performance.now();
	readonly #phases: { -readonly [Name in Phase]: number | null } = {
		dnsMs: null,
		connectMs: null,
		tlsMs: null,
		firstByteMs: null,
		transferMs: null,
	};
	#current: Phase | null = null;

	get totalMs(): number {
		return round(performance.now() - this.#startedAt);
	}

	get phases(): Phases {
		return { ...this.#phases };
	}

	/** The phase it was in when it was stopped; `null` between phases. */
	get current(): Phase | null {
		return this.#current;
	}

	/** The same in words. */
	get doing(): string {
		return this.#current ? DOING[this.#current] : "";
	}

	/** Also counts the time of a phase that failed. */
	async time<Value>(phase: Phase, work: () => Promise<Value>): Promise<Value> {
		const from = performance.now();
		this.#current = phase;
		try {
			const value = await work();
			this.#current = null;
			return value;
		} finally {
			this.#phases[phase] = round((this.#phases[phase] ?? 0) + performance.now() - from);
		}
	}
}

/** To a hundredth of a millisecond: more is noise. */
function round(ms: number): number {
	return Math.round(ms * 100) / 100;
}
