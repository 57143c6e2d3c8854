import type { Store } from "../../electron/background/store/store.ts";
import { readChangePage } from "../../renderer/worker/cache/change-page.ts";
import type { ChangePage } from "../../shared/api/changes.ts";
import { intentBatchSchema } from "../../shared/api/intents.ts";
import type { DeskAnswer, DeskRequest } from "../desk/answers.ts";
import type { Take } from "../desk/sim-desk.ts";

/** A batch as it comes to the desk; each intent is looked at by itself. */
export interface Arrived {
	readonly deviceId: string;
	readonly fence: number;
	readonly personId?: string | undefined;
	readonly epoch?: string | undefined;
	readonly intents: readonly unknown[];
}

/** Another way for the desk to take batches; `go` is the one there is. */
export function onBatches(
	take: (batch: Arrived, store: Store, go: (batch: Arrived) => Promise<DeskAnswer>) => Promise<DeskAnswer>,
): Take {
	return async (request, store, go) => {
		const batch = readBatch(request);
		return batch ? take(batch, store, (body) => go({ ...request, body })) : go(request);
	};
}

function readBatch({ method, body }: DeskRequest): Arrived | null {
	const batch = method === "POST" ? intentBatchSchema.safeParse(body) : null;
	return batch?.success ? batch.data : null;
}

/** Other pages of changes than the desk read. */
export function onPages(change: (page: ChangePage) => ChangePage): Take {
	return async (request, _store, go) => {
		const answer = await go(request);
		const isPage = request.path.startsWith("/api/changes") && answer.status === 200;
		return isPage ? { ...answer, body: change(readChangePage(answer.body)) } : answer;
	};
}
