import { LIMITS } from "../../../shared/api/common.ts";
import { type IntentAnswer, type IntentResult, intentAnswerSchema } from "../../../shared/api/intents.ts";
import type { Refusal } from "../../../shared/result.ts";
import type { Clock } from "../clock.ts";
import type { Http, HttpFailure } from "../http.ts";
import { nextBatch } from "../outbox/lanes.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { needsYou, takeResult } from "../outbox/take-result.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";
import { SendingPace } from "./sending-pace.ts";

/** What the sender needs of the window that writes. */
export interface SenderHost {
	readonly http: Http;
	readonly outbox: () => Outbox | null;
	readonly deviceId: string;
	/** Raised with every new writer. */
	readonly fence: number;
	/** Whether there is a desk to send to. */
	readonly canSend: () => boolean;
	/** The outbox changed, or what is being sent did. */
	readonly onChange: () => void;
	readonly onAnswer: () => void;
	/** The desk’s past was replaced. */
	readonly onOtherEpoch: () => void;
	/** The desk gives out a place in its feed that it had given out before: it has lost what was there. */
	readonly onFallenBack: () => void;
	readonly epoch: () => string | null;
	/** The cache that is kept now: one that was begun anew may be of a desk that has lost what it answered. */
	readonly cacheId: () => string | null;
	/** The newest place in the feed that was ever heard of. */
	readonly newestSeq: () => number;
	/** Another window is the writer now. */
	readonly onFenced: () => void;
	readonly onSignedOut: () => void;
	readonly clock: Clock;
	readonly random?: () => number;
}

/** While the desk answers everything else, so many failures at one intent are its own. */
const FAILURES_BEFORE_ASIDE = 5;
const SIGNED_OUT: HttpFailure = { kind: "signed-out" };
/** Troubles that are over once the desk is heard again. */
const FOR_LACK_OF_A_DESK: ReadonlySet<string> = new Set([
	"desk_unreachable",
	"sign_in_needed",
	"epoch_changed",
]);

/** Sends the outbox in order, each ticket's lane by itself; what isn't answered is sent again under the same id. */
export class Sender {
	readonly #host: SenderHost;
	readonly #pace: SendingPace;
	#batchLimit: number = LIMITS.intentsPerBatch;
	#sendingIds: ReadonlySet<string> = new Set();
	#trouble: Refusal | null = null;
	/** How often the desk failed at an intent that was sent by itself. */
	readonly #failures = new Map<string, number>();

	constructor(host: SenderHost) {
		this.#host = host;
		this.#pace = new SendingPace(host);
	}

	get sendingIds(): ReadonlySet<string> {
		return this.#sendingIds;
	}

	/** Why the last attempt failed, until one does not. */
	get trouble(): Refusal | null {
		return this.#trouble;
	}

	/** There may be something to send. */
	kick(): void {
		this.#pace.kick();
	}

	/** Try now instead of waiting. */
	hurry(): void {
		this.#pace.hurry();
	}

	/** The desk is there again: what failed because it was not is sent at once. */
	noteConnected(): void {
		if (this.#trouble && FOR_LACK_OF_A_DESK.has(this.#trouble.code)) this.hurry();
		else this.kick();
	}

	async run(signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			const outbox = this.#host.canSend() ? this.#host.outbox() : null;
			if (outbox) await outbox.loadIfBehind();
			const batch = outbox ? nextBatch(outbox.entries, this.#batchLimit) : [];
			if (!outbox || batch.length === 0) await this.#pace.untilKicked(signal);
			else await this.#send(outbox, batch, signal);
		}
	}

	async #send(outbox: Outbox, batch: readonly OutboxEntry[], signal: AbortSignal): Promise<void> {
		this.#setSending(batch.map((entry) => entry.id));
		const newestSeq = this.#host.newestSeq();
		const cacheId = this.#host.cacheId();
		const { deviceId, fence, http } = this.#host;
		const { personId } = outbox;
		const epoch = this.#host.epoch() ?? undefined;
		const intents = batch.map((entry) => entry.intent);
		const body = { deviceId, fence, personId, epoch, heardSeq: newestSeq, intents };
		const reply = await http.post("/api/intents", { body, signal });
		if (!reply.ok) {
			this.#setSending([]);
			await this.#fail(outbox, batch, reply.error, signal);
			return;
		}
		const answer = intentAnswerSchema.safeParse(reply.value);
		const isOfNow = answer.success && this.#isOfNow(answer.data, cacheId);
		if (answer.success && isOfNow) await this.#take(outbox, batch, answer.data, { newestSeq, cacheId });
		this.#setSending([]);
		if (isOfNow) return;
		// Of a desk with another past: whether it still has what it answers for, only the new one can say.
		if (answer.success) await this.#otherEpoch(signal);
		else await this.#retry("bad_answer", "The desk’s answer could not be read.", null, signal);
	}

	async #take(
		outbox: Outbox,
		batch: readonly OutboxEntry[],
		answer: IntentAnswer,
		{ newestSeq, cacheId }: { readonly newestSeq: number; readonly cacheId: string | null },
	): Promise<void> {
		const results = new Map(answer.results.map((result) => [result.id, result]));
		await outbox.update(
			batch.map((entry) => entry.id),
			(entry) => {
				const result = results.get(entry.id);
				// Looked at again as it is written: the past may have changed while this waited for the disk.
				const isOfNow = this.#isOfNow(answer, cacheId);
				return result && isOfNow && entry.phase === "pending" ? takeResult(entry, result, answer) : entry;
			},
		);
		for (const { id } of batch) this.#failures.delete(id);
		this.#pace.noteSuccess();
		this.#trouble = null;
		this.#batchLimit = Math.min(LIMITS.intentsPerBatch, this.#batchLimit * 2);
		if (answer.results.some((result) => isGivenAgain(result, newestSeq))) this.#host.onFallenBack();
		else this.#host.onAnswer();
	}

	#isOfNow({ epoch }: IntentAnswer, cacheId: string | null): boolean {
		return epoch === this.#host.epoch() && cacheId === this.#host.cacheId();
	}

	async #fail(
		outbox: Outbox,
		batch: readonly OutboxEntry[],
		failure: HttpFailure,
		signal: AbortSignal,
	): Promise<void> {
		if (signal.aborted) return;
		switch (failure.kind) {
			case "signed-out":
				this.#host.onSignedOut();
				return this.#retry("sign_in_needed", "Sign in to send this.", null, signal);
			case "busy":
				return this.#retry("desk_busy", failure.message, failure.retryAfterMs, signal);
			case "unreachable":
				return this.#retry("desk_unreachable", "The desk did not answer.", null, signal);
			case "failed":
				return this.#failed(outbox, batch, failure.message, signal);
			case "refused":
				if (failure.code === "fenced") this.#host.onFenced();
				else if (failure.code === "cursor_ahead") await this.#fallenBack(signal);
				else if (failure.code === "epoch_changed") await this.#otherEpoch(signal);
				else if (failure.code === "other_person") await this.#fail(outbox, batch, SIGNED_OUT, signal);
				else await this.#refused(outbox, batch, failure);
		}
	}

	#fallenBack(signal: AbortSignal): Promise<void> {
		this.#host.onFallenBack();
		return this.#retry("epoch_changed", "The desk has lost its newest past.", null, signal);
	}

	#otherEpoch(signal: AbortSignal): Promise<void> {
		this.#host.onOtherEpoch();
		return this.#retry("epoch_changed", "The desk was restored from a backup.", null, signal);
	}

	/** The batch as a whole was refused: smaller ones find out which intent it is about. */
	async #refused(
		outbox: Outbox,
		batch: readonly OutboxEntry[],
		{ code, message, path }: Extract<HttpFailure, { kind: "refused" }>,
	): Promise<void> {
		this.#batchLimit = Math.max(1, Math.floor(batch.length / 4));
		const only = batch[0];
		if (batch.length > 1 || !only) return;
		await outbox.update([only.id], (entry) => needsYou(entry, { code, message, path }));
		this.#host.onAnswer();
	}

	/** The desk broke at something in this batch: found by smaller ones, tried again, and in the end set aside. */
	async #failed(
		outbox: Outbox,
		batch: readonly OutboxEntry[],
		message: string,
		signal: AbortSignal,
	): Promise<void> {
		this.#batchLimit = Math.max(1, Math.floor(batch.length / 4));
		const only = batch.length === 1 ? batch[0] : undefined;
		const failures = only ? (this.#failures.get(only.id) ?? 0) + 1 : 0;
		if (only) this.#failures.set(only.id, failures);
		if (!only || failures < FAILURES_BEFORE_ASIDE || !this.#host.canSend())
			return this.#retry("desk_failed", message, null, signal);
		this.#failures.delete(only.id);
		await outbox.update([only.id], (entry) => needsYou(entry, { code: "desk_failed", message }));
		this.#host.onAnswer();
	}

	async #retry(code: string, message: string, afterMs: number | null, signal: AbortSignal): Promise<void> {
		this.#trouble = { code, message };
		this.#host.onChange();
		await this.#pace.afterFailure(signal, afterMs ?? 0);
	}

	#setSending(ids: readonly string[]): void {
		this.#sendingIds = new Set(ids);
		this.#host.onChange();
	}
}

/** What was applied just now is newer than anything heard before, unless the desk has lost some of it. */
function isGivenAgain(result: IntentResult, newestSeq: number): boolean {
	const isApplied = result.status === "applied" || result.status === "merged";
	return isApplied && !result.wroteNothing && result.seq <= newestSeq;
}
