import type { EngineParts } from "../../renderer/worker/engine/engine-parts.ts";
import type { Http } from "../../renderer/worker/http.ts";
import { type IntentAnswer, type IntentResult, intentAnswerSchema } from "../../shared/api/intents.ts";
import { ok } from "../../shared/result.ts";
import type { Mutant } from "./mutant.ts";
import { type OwnBatch, type Reply, withOutbox, withSending } from "./ports.ts";

/** Nothing but giving up ends a request that takes longer. */
const LATE_MS = 59_000;

/** Engines that send wrongly, or take answers for what they are not. */
export const SENDING: readonly Mutant[] = [
	{
		name: "new-id-on-retry",
		bug: "What was sent before is sent again under another id.",
		breaks: ["I2"],
		wrapEngine: renameOnRetry,
	},
	{
		name: "order-of-lanes",
		bug: "The edits of a batch are sent the newest first.",
		breaks: ["I5"],
		wrapEngine: (parts) =>
			withSending(parts, (batch, send) => send({ ...batch, intents: batch.intents.toReversed() })),
	},
	{
		name: "sent-is-done",
		bug: "An edit whose answer was lost counts as applied.",
		breaks: ["I1"],
		wrapEngine: (parts) =>
			withSending(parts, async (batch, send) => {
				const reply = await send(batch);
				const isLost = !reply.ok && reply.error.kind === "unreachable";
				return isLost ? ok(applaud(batch, parts.clock.now())) : reply;
			}),
	},
	{
		name: "answered-is-applied",
		bug: "Whatever the desk answered to an edit, it counts as applied.",
		breaks: ["I1"],
		wrapEngine: (parts) =>
			withSending(parts, async (batch, send) =>
				mapResults(await send(batch), (result) =>
					result.status === "applied" || result.status === "merged" ? result : appliedOf(result.id),
				),
			),
	},
	{
		name: "one-queue",
		bug: "An edit that needs the person holds back those of all tickets.",
		breaks: ["I13"],
		wrapEngine: sendInOneQueue,
	},
	{
		name: "waits-for-ever",
		bug: "A request that is never answered is never given up.",
		breaks: ["I13"],
		wrapEngine: (parts) => withSending(parts, (batch, send) => neverLate(send(batch), parts)),
	},
	{
		name: "epoch-forgotten",
		bug: "The engine does not notice that the desk has another past.",
		breaks: ["I1", "I3"],
		wrapEngine: forgetEpoch,
	},
];

function renameOnRetry(parts: EngineParts): EngineParts {
	const sent = new Set<string>();
	return withSending(parts, async (batch, send) => {
		const names = new Map<string, string>();
		const intents = batch.intents.map((intent) => {
			if (!sent.has(intent.id)) return intent;
			const id = parts.makeId?.() ?? intent.id;
			names.set(id, intent.id);
			return { ...intent, id };
		});
		for (const { id } of batch.intents) sent.add(id);
		const reply = await send({ ...batch, intents });
		return mapResults(reply, (result) => ({ ...result, id: names.get(result.id) ?? result.id }));
	});
}

/** The same answer, which never comes where it would be that the request was given up. */
function neverLate(reply: Promise<Reply>, { clock }: EngineParts): Promise<Reply> {
	return new Promise((resolve, reject) => {
		let isLate = false;
		clock.after(LATE_MS, () => {
			isLate = true;
		});
		reply.then((answer) => {
			if (!isLate) resolve(answer);
		}, reject);
	});
}

function sendInOneQueue(parts: EngineParts): EngineParts {
	let countStuck = async (_personId: string): Promise<number> => 0;
	const listening = withOutbox(parts, (store) => {
		countStuck = async (personId) => (await store.list(personId, ["needs-you"])).length;
		return store;
	});
	return withSending(listening, async (batch, send) => {
		if ((await countStuck(batch.personId)) === 0) return send(batch);
		return { ok: false, error: { kind: "unreachable", message: "an earlier edit was refused" } };
	});
}

/** Every past looks like the one before. */
function forgetEpoch(parts: EngineParts): EngineParts {
	const { http } = parts;
	const forget = (text: string) => text.replaceAll(/epoch-\d+/g, "epoch-0");
	const forgetIn = (reply: Reply): Reply =>
		reply.ok ? ok<unknown>(JSON.parse(forget(JSON.stringify(reply.value)))) : reply;
	const forgetful: Http = {
		...http,
		get: async (path, request) => forgetIn(await http.get(path.replace("epoch=epoch-0", "epoch="), request)),
		stream: async (path, signal) => {
			const stream = await http.stream(path, signal);
			return stream.ok ? ok(stream.value.pipeThrough(eachText(forget))) : stream;
		},
	};
	return withSending({ ...parts, http: forgetful }, async (batch, send) =>
		forgetIn(await send({ ...batch, epoch: undefined })),
	);
}

function eachText(change: (text: string) => string): TransformStream<Uint8Array, Uint8Array> {
	const decoder = new TextDecoder();
	const encoder = new TextEncoder();
	return new TransformStream({
		transform: (bytes, controller) => controller.enqueue(encoder.encode(change(decoder.decode(bytes)))),
	});
}

function mapResults(reply: Reply, change: (result: IntentResult) => IntentResult): Reply {
	const answer = reply.ok ? intentAnswerSchema.safeParse(reply.value) : null;
	return answer?.success ? ok({ ...answer.data, results: answer.data.results.map(change) }) : reply;
}

/** What a desk would answer that has applied everything. */
function applaud({ epoch, intents }: OwnBatch, serverTime: number): IntentAnswer {
	return { epoch, serverTime, results: intents.map(({ id }) => appliedOf(id)) };
}

function appliedOf(id: string): IntentResult {
	return { id, status: "applied", revision: 0, number: "", seq: 0, wroteNothing: true };
}
