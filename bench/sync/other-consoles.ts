import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { ConsoleMessage } from "./consoles.ts";

const PROCESSES = 2;
const ARRIVES_WITHIN_MS = 10_000;
const LIVE_WITHIN_MS = 180_000;

/** Consoles without a screen, in processes of their own so that they don't disturb what is measured. */
export class OtherConsoles {
	readonly #count: number;
	readonly #processes: readonly ChildProcess[];
	readonly #receipts = new Map<string, number[]>();
	/** When each came to be live, by the clock of the machine; anew after each `forgetLive`. */
	#liveAt: number[] = [];

	private constructor(deskUrl: string, count: number) {
		this.#count = count;
		const program = join(import.meta.dirname, "consoles.ts");
		this.#processes = Array.from({ length: PROCESSES }, (_, index) => {
			const share = Math.floor((count + index) / PROCESSES);
			const child = fork(program, [deskUrl, String(share)]);
			child.on("message", (message) => this.#take(message as ConsoleMessage));
			return child;
		});
	}

	static async connect(deskUrl: string, count: number): Promise<OtherConsoles> {
		const others = new OtherConsoles(deskUrl, count);
		await others.untilLive();
		return others;
	}

	forgetLive(): void {
		this.#liveAt = [];
	}

	/** When each was live: caught up with the desk. */
	async untilLive(): Promise<readonly number[]> {
		const isSo = () => this.#liveAt.length >= this.#count;
		await until(
			isSo,
			LIVE_WITHIN_MS,
			() => `${this.#liveAt.length} of ${this.#count} consoles came to be live`,
		);
		return this.#liveAt;
	}

	/** When each console had this revision of the ticket, by the clock of the machine. */
	async untilReceived(ticketId: string, revision: number): Promise<readonly number[]> {
		const key = `${ticketId} ${revision}`;
		const receipts = () => this.#receipts.get(key) ?? [];
		const isSo = () => receipts().length >= this.#count;
		await until(isSo, ARRIVES_WITHIN_MS, () => `${key} did not reach all consoles`);
		return receipts();
	}

	dispose(): void {
		for (const child of this.#processes) child.disconnect();
	}

	#take(message: ConsoleMessage): void {
		if (message.type === "live") {
			this.#liveAt.push(message.at);
			return;
		}
		const key = `${message.ticketId} ${message.revision}`;
		this.#receipts.set(key, [...(this.#receipts.get(key) ?? []), message.at]);
	}
}

async function until(isSo: () => boolean, withinMs: number, otherwise: () => string): Promise<void> {
	const giveUpAt = performance.now() + withinMs;
	while (!isSo()) {
		if (performance.now() > giveUpAt) throw new Error(otherwise());
		await pause(5);
	}
}
