import type { EngineParts } from "../../renderer/worker/engine/engine-parts.ts";
import type { Http, HttpFailure } from "../../renderer/worker/http.ts";
import type { CacheStore } from "../../renderer/worker/storage/cache-store.ts";
import type { OutboxStore } from "../../renderer/worker/storage/outbox-store.ts";
import { type Intent, intentBatchSchema, intentSchema } from "../../shared/api/intents.ts";
import type { Result } from "../../shared/result.ts";

/** A window's batch on its way up. */
export interface OwnBatch {
	readonly deviceId: string;
	readonly fence: number;
	readonly personId: string;
	readonly epoch: string;
	readonly intents: readonly Intent[];
}

export type Reply = Result<unknown, HttpFailure>;

/** Another way for batches to go up; `send` is the one there is. */
export function withSending(
	parts: EngineParts,
	post: (batch: OwnBatch, send: (batch: object) => Promise<Reply>) => Promise<Reply>,
): EngineParts {
	const { http } = parts;
	const sending: Http = {
		...http,
		post: (path, request) =>
			path === "/api/intents"
				? post(readOwnBatch(request.body), (body) => http.post(path, { ...request, body }))
				: http.post(path, request),
	};
	return { ...parts, http: sending };
}

function readOwnBatch(body: unknown): OwnBatch {
	const { deviceId, fence, personId = "", epoch = "", intents } = intentBatchSchema.parse(body);
	return { deviceId, fence, personId, epoch, intents: intents.map((intent) => intentSchema.parse(intent)) };
}

/** Another outbox over the one there is. */
export function withOutbox(parts: EngineParts, wrap: (store: OutboxStore) => OutboxStore): EngineParts {
	return { ...parts, openOutbox: async () => wrap(await parts.openOutbox()) };
}

/** Another cache over each there is. */
export function withCache(parts: EngineParts, wrap: (store: CacheStore) => CacheStore): EngineParts {
	const { caches } = parts;
	return { ...parts, caches: { ...caches, open: async (name) => wrap(await caches.open(name)) } };
}

/** A clock that forgets timers of one length. */
export function withoutTimers(parts: EngineParts, forgottenMs: number): EngineParts {
	const { clock } = parts;
	return {
		...parts,
		clock: {
			...clock,
			after: (ms, act) => (ms === forgottenMs ? () => undefined : clock.after(ms, act)),
		},
	};
}
