import { type Here, PRESENCE, type Presence, type PresenceTelling } from "../../../shared/api/presence.ts";

interface Window {
	readonly presence: Presence & { readonly here: Here };
	readonly heardAt: number;
}

/** Changes that come closer together than this are told of once. */
const TELL_EVERY_MS = 50;
const SWEEP_EVERY_MS = 5_000;

/** Who is at which ticket now: kept in memory only, and forgotten with the windows that say it. */
export class PresenceBoard {
	readonly #now: () => number;
	readonly #tell: (telling: PresenceTelling) => void;
	readonly #windows = new Map<string, Window>();
	readonly #untold = new Map<string, Presence>();
	readonly #sweepTimer: NodeJS.Timeout;
	#tellTimer: NodeJS.Timeout | null = null;

	constructor(now: () => number, tell: (telling: PresenceTelling) => void) {
		this.#now = now;
		this.#tell = tell;
		this.#sweepTimer = setInterval(() => this.sweep(), SWEEP_EVERY_MS);
		this.#sweepTimer.unref();
	}

	/** One window says where it is; the same again keeps it. */
	put({ personId, windowId, here }: Presence): void {
		const key = `${personId} ${windowId}`;
		const before = this.#windows.get(key)?.presence.here;
		// Again at the end: the first is the one that was not heard for longest.
		this.#windows.delete(key);
		if (here) {
			this.#windows.set(key, { presence: { personId, windowId, here }, heardAt: this.#now() });
			this.#makeRoomFor(personId);
		}
		if (before?.ticketId !== here?.ticketId || before?.doing !== here?.doing)
			this.#plan(key, { personId, windowId, here });
	}

	all(): PresenceTelling {
		return { isAll: true, present: [...this.#windows.values()].map(({ presence }) => presence) };
	}

	/** Lets those go that said nothing for long. */
	sweep(): void {
		const since = this.#now() - PRESENCE.goneAfterMs;
		for (const { presence, heardAt } of this.#windows.values())
			if (heardAt < since) this.put({ ...presence, here: null });
	}

	dispose(): void {
		clearInterval(this.#sweepTimer);
		if (this.#tellTimer) clearTimeout(this.#tellTimer);
	}

	#makeRoomFor(personId: string): void {
		const own = [...this.#windows.values()].filter(({ presence }) => presence.personId === personId);
		const [oldest] = own;
		if (own.length > PRESENCE.windowsOfOne && oldest) this.put({ ...oldest.presence, here: null });
	}

	#plan(key: string, presence: Presence): void {
		this.#untold.set(key, presence);
		this.#tellTimer ??= setTimeout(() => {
			this.#tellTimer = null;
			const present = [...this.#untold.values()];
			this.#untold.clear();
			this.#tell({ isAll: false, present });
		}, TELL_EVERY_MS);
	}
}
