/** What the browser says of this workstation's storage for the console. */
export interface StorageStanding {
	/** The browser promised not to clear it. */
	readonly isPersisted: boolean;
	/** `null` where it does not say. */
	readonly usedBytes: number | null;
}

export async function readStorage(): Promise<StorageStanding> {
	try {
		const [isPersisted, estimate] = await Promise.all([
			navigator.storage.persisted(),
			navigator.storage.estimate(),
		]);
		return { isPersisted, usedBytes: estimate.usage ?? null };
	} catch {
		// No storage manager outside a secure context: then nothing is promised.
		return { isPersisted: false, usedBytes: null };
	}
}
