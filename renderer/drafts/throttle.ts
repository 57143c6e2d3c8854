/** Calls with the newest value at most once in a stretch of time; `flush` calls at once. */
export interface Throttle<Value> {
	readonly push: (value: Value) => void;
	readonly flush: () => void;
}

export function throttle<Value>(run: (value: Value) => void, everyMs: number): Throttle<Value> {
	let waiting: { readonly value: Value } | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function flush(): void {
		clearTimeout(timer);
		timer = undefined;
		if (!waiting) return;
		const { value } = waiting;
		waiting = null;
		run(value);
	}
	function push(value: Value): void {
		waiting = { value };
		timer ??= setTimeout(flush, everyMs);
	}
	return { push, flush };
}
