/** Waits for the one writer's place, holds it until `signal` aborts or the work ends. */
export interface WriterLock {
	readonly hold: (work: () => Promise<void>, signal: AbortSignal) => Promise<void>;
}

/**
 * A Web Lock: one writer per origin; when its window dies the next takes over in milliseconds.
 * Where there are no locks (a page that is not a secure context) this window is alone.
 */
export function webWriterLock(locks: LockManager | undefined, name = "deskwatch-writer"): WriterLock {
	return {
		hold: async (work, signal) => {
			if (!locks) return work();
			try {
				await locks.request(name, { signal }, work);
			} catch (error) {
				if (!signal.aborted) throw error;
			}
		},
	};
}
