import { useCallback, useEffect, useState } from "react";
import type { Refusal, Result } from "../../shared/result.ts";
import { useTopic } from "../data/index.ts";

export interface Loaded<Value> {
	readonly value: Value | null;
	readonly refusal: Refusal | null;
	readonly reload: () => Promise<void>;
}

/** What the desk answers now; asked anew when it comes back. `load` must stay the same function. */
export function useLoaded<Value>(load: () => Promise<Result<Value>>): Loaded<Value> {
	const [value, setValue] = useState<Value | null>(null);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const isOffline = useTopic("sync", null)?.state === "offline";
	const reload = useCallback(async () => {
		const answer = await load();
		setRefusal(answer.ok ? null : answer.error);
		if (answer.ok) setValue(answer.value);
	}, [load]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a desk that is back is asked again.
	useEffect(() => void reload(), [reload, isOffline]);
	return { value, refusal, reload };
}
