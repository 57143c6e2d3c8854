import type { Page } from "@playwright/test";
import type { CallName, Calls, PageMessage, WorkerMessage } from "../../renderer/worker/protocol.ts";

declare global {
	interface Window {
		readonly ownWorker: {
			readonly call: (name: string, params: unknown) => Promise<unknown>;
			/** Date.now() when everything was sent and the console was live again. */
			readonly untilSent: () => Promise<number>;
		};
	}
}

/** Before the page's scripts: later asks the data worker that the page starts, past the page. */
export function installOwnWorker(): void {
	/** Far beyond the page's own; it passes over answers to what it did not ask. */
	const FIRST_ID = 1_000_000_000;
	const settled = new Map<number, (message: WorkerMessage) => void>();
	let newest: Worker | null = null;
	let id = FIRST_ID;
	const post = (message: PageMessage): void => newest?.postMessage(message);

	window.Worker = class extends Worker {
		constructor(url: string | URL, options?: WorkerOptions) {
			super(url, options);
			newest = this;
			this.addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => {
				if ("callId" in data) settled.get(data.callId)?.(data);
				if ("watchId" in data) settled.get(data.watchId)?.(data);
			});
		}
	};
	const call = (name: string, params: unknown) =>
		new Promise((resolve, reject) => {
			id += 1;
			const callId = id;
			settled.set(callId, (message) => {
				settled.delete(callId);
				if (message.type === "answer") resolve(message.value);
				else reject(new Error(JSON.stringify(message)));
			});
			post({ type: "call", callId, name: name as CallName, params });
		});
	const untilSent = () =>
		new Promise<number>((resolve) => {
			id += 1;
			const watchId = id;
			settled.set(watchId, (message) => {
				if (message.type !== "payload") return;
				const { state, pending } = message.payload as { readonly state: string; readonly pending: number };
				if (pending > 0 || state !== "live") return;
				settled.delete(watchId);
				post({ type: "unwatch", watchId });
				resolve(Date.now());
			});
			post({ type: "watch", watchId, topic: "sync", params: null });
		});
	Object.assign(window, { ownWorker: { call, untilSent } });
}

export async function askWorker<Name extends CallName>(
	page: Page,
	name: Name,
	...args: Parameters<Calls[Name]>
): Promise<ReturnType<Calls[Name]>> {
	const value = await page.evaluate(([asked, params]) => window.ownWorker.call(asked, params), [
		name,
		args[0],
	] as const);
	return value as ReturnType<Calls[Name]>;
}
