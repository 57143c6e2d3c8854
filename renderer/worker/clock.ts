/** Calls off what was to happen later; harmless once it has. */
export type CallOff = () => void;

/** The device's time, and the only way of the data worker to wait: a simulation brings its own. */
export interface Clock {
	/** Milliseconds since 1970 as this device has it, right or wrong. */
	readonly now: () => number;
	/** Acts once, after `ms`. */
	readonly after: (ms: number, act: () => void) => CallOff;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	after: (ms, act) => {
		const timer = setTimeout(act, ms);
		return () => clearTimeout(timer);
	},
};

export function pass(clock: Clock, ms: number): Promise<void> {
	return new Promise((resolve) => {
		clock.after(ms, resolve);
	});
}

/** Pauses between tries: what fails at once may only be busy. */
const BETWEEN_TRIES_MS = [100, 400] as const;

/** Tries again twice, a little later each time; throws what the last try threw. */
export async function tryThrice<Value>(clock: Clock, act: () => Promise<Value>): Promise<Value> {
	for (const pauseMs of BETWEEN_TRIES_MS) {
		try {
			return await act();
		} catch {
			// The last try's failure is the one that is told.
			await pass(clock, pauseMs);
		}
	}
	return act();
}
