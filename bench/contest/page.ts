import type { Found, OpenQueue, Question, QueueLine, Reply } from "./contestant.ts";

/** What the bench asks of the bare page. */
export interface ContestPage {
	/** Writes all tickets; milliseconds. */
	readonly write: (pages: number) => Promise<number>;
	/** Looks for words and draws what is found; milliseconds until the worker has it. */
	readonly search: (words: string) => Promise<{ readonly total: number; readonly tookMs: number }>;
}

declare global {
	interface Window {
		readonly contest: ContestPage;
	}
}

const replies = new Map<number, (reply: Reply<unknown>) => void>();
const worker = new Worker(`/${new URLSearchParams(location.search).get("store")}.js`, { type: "module" });
worker.onmessage = ({ data }: MessageEvent<Reply<unknown>>) => replies.get(data.id)?.(data);
worker.onerror = (event) => console.error("contestant:", event.message);

function ask<Value>(question: Question) {
	return new Promise<{ readonly value: Value; readonly tookMs: number }>((resolve, reject) => {
		const id = replies.size;
		replies.set(id, (reply) => {
			if (reply.ok) resolve({ value: reply.value as Value, tookMs: reply.tookMs });
			else reject(new Error(reply.message));
		});
		worker.postMessage({ id, ...question });
	});
}

/** Rows and the count stand where the console has them, so that the same probe sees when they are there. */
function drawQueue({ lines, openByState }: OpenQueue): void {
	const open = openByState.reduce((total, [, count]) => total + count, 0);
	const views = element("nav", "");
	const view = views.appendChild(Object.assign(document.createElement("a"), { href: "/queues/open" }));
	view.ariaCurrent = "page";
	view.append("Open ", element("span", String(open)));
	for (const [state, count] of openByState) views.append(element("span", `${state}: ${count}`));
	document.querySelector("nav")?.replaceWith(views);
	drawLines(lines);
}

function drawLines(lines: readonly QueueLine[]): void {
	const rows = lines.map(({ id, number, shortDescription, priority, state }) => {
		const row = element("p", `${number} P${priority} ${shortDescription} ${state}`);
		row.dataset.ticketId = id;
		return row;
	});
	document.querySelector("main")?.replaceChildren(...rows);
}

function element(tag: string, text: string): HTMLElement {
	return Object.assign(document.createElement(tag), { textContent: text });
}

const contest: ContestPage = {
	write: async (pages) => (await ask({ ask: "write", pages })).tookMs,
	search: async (words) => {
		const { value, tookMs } = await ask<Found>({ ask: "search", words });
		drawLines(value.lines);
		return { total: value.total, tookMs };
	},
};
Object.assign(window, { contest });
drawQueue((await ask<OpenQueue>({ ask: "openQueue" })).value);
