import type { Random } from "./time/random.ts";

/** Everything that can go wrong, by its place in the list of faults (F1–F13). */
export const FAULTS = {
	windowCrash: "F1",
	stationCrash: "F1",
	deskCrashBefore: "F1",
	deskCrashInside: "F1",
	deskCrashAfter: "F1",
	answerLost: "F2",
	requestDoubled: "F2",
	requestLost: "F3",
	requestLate: "F3",
	answerTruncated: "F3",
	answerStale: "F3",
	feedCut: "F3",
	feedSilent: "F3",
	outage: "F3",
	hugeDelta: "F3",
	hintLost: "F4",
	windowClosed: "F4",
	windowFrozen: "F4",
	lockStolen: "F4",
	threeWindows: "F5",
	editInFirstSync: "F5",
	quotaOutbox: "F6",
	quotaCache: "F6",
	openOutboxFails: "F7",
	openCacheFails: "F7",
	cacheDamaged: "F7",
	cacheEmptied: "F7",
	cacheRemoved: "F7",
	clockJump: "F8",
	signedOut: "F9",
	otherPerson: "F9",
	roleRemoved: "F9",
	ticketClosed: "F10",
	ticketReopened: "F10",
	callerMissing: "F10",
	assigneeGone: "F10",
	ticketRemoved: "F10",
	deskRestored: "F11",
	deskRestoredAgain: "F11",
	deskRestoredSameEpoch: "F11",
	downgrade: "F12",
	versionsMixed: "F12",
	weeksOffline: "F13",
	allReturn: "F13",
	deskBusy: "F2",
	tooLarge: "F2",
	poison: "F3",
} as const;
export type FaultKind = keyof typeof FAULTS;
export const FAULT_KINDS = Object.keys(FAULTS) as readonly FaultKind[];

/** Which faults a seed has and how often each really happened. */
export class Faults {
	readonly counts = new Map<FaultKind, number>();
	readonly #random: Random;
	readonly #chosen: ReadonlySet<FaultKind>;
	#isOver = false;

	/** Each seed has faults of its own choice: what all of them together would hide, some of them show. */
	constructor(random: Random) {
		this.#random = random;
		const share = random.pick([0.15, 0.35, 0.6]);
		this.#chosen = new Set(FAULT_KINDS.filter(() => random.chance(share)));
	}

	has(kind: FaultKind): boolean {
		return !this.#isOver && this.#chosen.has(kind);
	}

	/** Whether it happens now; counted if it does. */
	strikes(kind: FaultKind, probability: number): boolean {
		if (!this.has(kind) || !this.#random.chance(probability)) return false;
		this.count(kind);
		return true;
	}

	count(kind: FaultKind): void {
		this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
	}

	/** From now on everything works. */
	end(): void {
		this.#isOver = true;
	}
}
