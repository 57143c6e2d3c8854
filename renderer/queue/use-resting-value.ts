import { useEffect, useRef, useState } from "react";

/** From so long without a change on a list counts as resting. */
export const RESTS_AFTER_MS = 120;

/**
 * A value that follows at once, but not while it keeps changing: running down a list stays quick,
 * and what shows a row in full catches up when the person pauses.
 */
export function useRestingValue<Value>(value: Value): Value {
	const [shown, setShown] = useState(value);
	const changedAt = useRef(Number.NEGATIVE_INFINITY);
	useEffect(() => {
		const now = performance.now();
		const isRunning = now - changedAt.current < RESTS_AFTER_MS;
		changedAt.current = now;
		if (!isRunning) {
			setShown(value);
			return;
		}
		const timer = setTimeout(() => setShown(value), RESTS_AFTER_MS);
		return () => clearTimeout(timer);
	}, [value]);
	return shown;
}

/** A value that only follows when it has rested: what nobody asked for waits until nothing else goes on. */
export function useRestedValue<Value>(value: Value): Value {
	const [rested, setRested] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => setRested(value), RESTS_AFTER_MS);
		return () => clearTimeout(timer);
	}, [value]);
	return rested;
}
