import type { Wall } from "../../shared/api/wall.ts";
import type { Result } from "../../shared/result.ts";
import type { WallAnswer } from "./judge-wall.ts";

/** What a wall knows of the desk and of itself. */
export interface WallStanding {
	readonly phase: "connecting" | "showing" | "signed-out";
	/** The newest answer; never shown once the wall is signed out. */
	readonly answer: WallAnswer | null;
	readonly signedOutWhy: "never" | "revoked" | "bad-token" | null;
	/** When the first of the questions without an answer was asked, by the steady clock. */
	readonly silentSinceMs: number | null;
}

/** What the poller needs of the world. */
export interface WallWorld {
	readonly askWall: (signal: AbortSignal) => Promise<Result<Wall>>;
	readonly signIn: (token: string) => Promise<Result<unknown>>;
	/** A steady clock: `performance.now()`. */
	readonly steadyNow: () => number;
	/** Whether this screen was let in before; remembered over reloads. */
	readonly wasLetIn: boolean;
	readonly noteLetIn: () => void;
	readonly pollEveryMs: number;
}

const REFUSED: ReadonlySet<string> = new Set(["sign_in_needed", "forbidden", "http_401", "http_403"]);
const TOKEN_REFUSED: ReadonlySet<string> = new Set(["sign_in_refused", "invalid_request", ...REFUSED]);

/** Asks the desk again and again: signs in with a token first where it was given one, gives up never. */
export class WallPoller {
	readonly #world: WallWorld;
	readonly #listeners = new Set<() => void>();
	readonly #abort = new AbortController();
	#token: string | null;
	#wasLetIn: boolean;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#standing: WallStanding = { phase: "connecting", answer: null, signedOutWhy: null, silentSinceMs: null };

	constructor(world: WallWorld, token: string | null) {
		this.#world = world;
		this.#token = token;
		this.#wasLetIn = world.wasLetIn;
		void this.#run();
	}

	readonly standing = (): WallStanding => this.#standing;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	dispose(): void {
		this.#abort.abort();
		clearTimeout(this.#timer);
	}

	async #run(): Promise<void> {
		await (this.#token === null ? this.#poll() : this.#spendToken(this.#token));
		if (this.#abort.signal.aborted) return;
		this.#timer = setTimeout(() => void this.#run(), this.#world.pollEveryMs);
	}

	/** A token is kept until the desk has judged it: it may have come while the desk was away. */
	async #spendToken(token: string): Promise<void> {
		const askedAtMs = this.#world.steadyNow();
		const answer = await this.#world.signIn(token);
		if (answer.ok) {
			this.#token = null;
			this.#noteLetIn();
			return this.#poll();
		}
		if (!TOKEN_REFUSED.has(answer.error.code)) return this.#noteSilence(askedAtMs);
		this.#token = null;
		this.#show({ phase: "signed-out", answer: null, signedOutWhy: "bad-token", silentSinceMs: null });
	}

	async #poll(): Promise<void> {
		const askedAtMs = this.#world.steadyNow();
		const answer = await this.#world.askWall(this.#abort.signal);
		if (this.#abort.signal.aborted) return;
		if (answer.ok) {
			this.#show({
				phase: "showing",
				answer: { wall: answer.value, askedAtMs },
				signedOutWhy: null,
				silentSinceMs: null,
			});
		} else if (REFUSED.has(answer.error.code)) this.#noteSignedOut();
		else this.#noteSilence(askedAtMs);
	}

	#noteSignedOut(): void {
		// A refused link stays the better explanation until something else happens.
		const why = this.#standing.signedOutWhy ?? (this.#isKnown() ? "revoked" : "never");
		this.#show({ phase: "signed-out", answer: null, signedOutWhy: why, silentSinceMs: null });
	}

	#isKnown(): boolean {
		return this.#wasLetIn || this.#standing.phase === "showing";
	}

	#noteLetIn(): void {
		this.#wasLetIn = true;
		this.#world.noteLetIn();
	}

	#noteSilence(askedAtMs: number): void {
		this.#show({ ...this.#standing, silentSinceMs: this.#standing.silentSinceMs ?? askedAtMs });
	}

	#show(standing: WallStanding): void {
		this.#standing = standing;
		for (const listener of this.#listeners) listener();
	}
}
