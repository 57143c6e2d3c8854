import { type Agent, get, type IncomingMessage } from "node:http";
import type { z } from "zod";
import type { DeskDoor } from "../scheme/pipe-request.ts";

const ANSWER_WITHIN_MS = 15_000;

/** Reads from the app's own background, for the shell itself. */
export class DeskReader {
	readonly #door: DeskDoor;
	readonly #agent: Agent;
	readonly #signal: AbortSignal;

	/** Everything under way ends with `signal`. */
	constructor(door: DeskDoor, agent: Agent, signal: AbortSignal) {
		this.#door = door;
		this.#agent = agent;
		this.#signal = signal;
	}

	/** One answer, parsed. */
	async read<Answer>(path: string, answer: z.ZodType<Answer>): Promise<Answer> {
		const response = await this.#get(
			path,
			AbortSignal.any([this.#signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
		);
		const chunks: Buffer[] = [];
		for await (const chunk of response) chunks.push(chunk);
		const text = Buffer.concat(chunks).toString("utf8");
		if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}`);
		return answer.parse(JSON.parse(text));
	}

	/** An answer that is still being written. */
	open(path: string): Promise<IncomingMessage> {
		return this.#get(path, this.#signal);
	}

	#get(path: string, signal: AbortSignal): Promise<IncomingMessage> {
		const { port, token } = this.#door;
		return new Promise((resolve, reject) => {
			get(
				{
					host: "127.0.0.1",
					port,
					path,
					agent: this.#agent,
					headers: { authorization: `Bearer ${token}` },
					signal,
				},
				resolve,
			).once("error", reject);
		});
	}
}
