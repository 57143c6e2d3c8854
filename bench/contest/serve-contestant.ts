import type { Ticket } from "../../shared/ticket/ticket.ts";
import type { Contestant, Question, Reply } from "./contestant.ts";

/** The worker's end: opens the contestant at once, then answers the bare page, one question after the other. */
export function serveContestant(contestant: Contestant): void {
	let last: Promise<unknown> = contestant.open();
	addEventListener("message", ({ data }: MessageEvent<{ readonly id: number } & Question>) => {
		last = last
			.then(() => answer(contestant, data))
			.then(
				({ value, tookMs }) => post({ id: data.id, ok: true, value, tookMs }),
				(error) => post({ id: data.id, ok: false, message: String(error?.stack ?? error) }),
			);
	});
}

function post(reply: Reply<unknown>): void {
	(postMessage as (message: unknown) => void)(reply);
}

async function answer(contestant: Contestant, question: Question) {
	switch (question.ask) {
		case "write": {
			const pages = await fetchTickets(question.pages);
			return measure(() => contestant.write(pages));
		}
		case "openQueue":
			return measure(() => contestant.openQueue());
		case "search":
			return measure(() => contestant.search(question.words));
	}
}

async function measure<Value>(work: () => Promise<Value>) {
	const startedAt = performance.now();
	const value = await work();
	return { value, tookMs: performance.now() - startedAt };
}

async function fetchTickets(count: number): Promise<readonly (readonly Ticket[])[]> {
	const pages: (readonly Ticket[])[] = [];
	for (let page = 0; page < count; page += 1) {
		const response = await fetch(`/tickets/${page}.json`);
		pages.push((await response.json()) as readonly Ticket[]);
	}
	return pages;
}
