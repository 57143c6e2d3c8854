import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { INTENT_VERSION, intentAnswerSchema } from "../../shared/api/intents.ts";
import { ticketDetailSchema } from "../../shared/api/tickets.ts";
import type { ConsoleBrowser } from "../console-browser.ts";
import { type Figure, median, percentile } from "../figures.ts";
import { OtherConsoles } from "./other-consoles.ts";

const CONSOLES_WITHOUT_SCREEN = 49;
const CHANGES = 60;
const BETWEEN_CHANGES_MS = 250;
const TARGET_MS = 150;

/** Of one change, milliseconds from before its POST. */
interface Arrival {
	readonly screenMs: number;
	readonly consoleMs: readonly number[];
}

/** One change on the desk, on its way to the screen of one console and to 49 others. */
export async function measureFanOut(browser: ConsoleBrowser, deskUrl: string): Promise<readonly Figure[]> {
	const page = await browser.start();
	await page.goto("/queues/open");
	await page.locator("[data-ticket-id]").first().waitFor();
	await page.getByText("Live", { exact: true }).waitFor();
	await page.waitForTimeout(3_000);
	const others = await OtherConsoles.connect(deskUrl, CONSOLES_WITHOUT_SCREEN);
	const changer = new Changer(deskUrl);
	const arrivals: Arrival[] = [];
	try {
		for (let change = 0; change < CHANGES; change += 1) {
			arrivals.push(await changeOnce(page, others, changer, change));
			await pause(BETWEEN_CHANGES_MS);
		}
	} finally {
		others.dispose();
	}
	const note = (samples: readonly number[]) =>
		`${samples.length} samples, p50 ${median(samples).toFixed(0)} ms, worst ${Math.max(...samples).toFixed(0)} ms`;
	const screen = arrivals.map(({ screenMs }) => screenMs);
	const received = arrivals.flatMap(({ consoleMs }) => consoleMs);
	const figure = (name: string, samples: readonly number[]): Figure => ({
		name,
		value: percentile(samples, 0.95),
		unit: "ms",
		target: TARGET_MS,
		note: note(samples),
	});
	return [
		figure("change to a screen, 50 consoles, p95", screen),
		figure("change to 49 consoles, received, p95", received),
	];
}

async function changeOnce(
	page: Page,
	others: OtherConsoles,
	changer: Changer,
	change: number,
): Promise<Arrival> {
	const row = page.locator("[data-ticket-id]").nth(change % 12);
	const ticketId = (await row.getAttribute("data-ticket-id")) ?? "";
	const title = `Change ${change} for 50 consoles`;
	const ready = await changer.prepare(ticketId, title);
	const shown = page.evaluate(untilShown, { ticketId, title });
	const startedAt = Date.now();
	const revision = await ready();
	const received = others.untilReceived(ticketId, revision);
	const [shownAt, receivedAt] = await Promise.all([shown, received]);
	return { screenMs: shownAt - startedAt, consoleMs: receivedAt.map((at) => at - startedAt) };
}

/** In the page: when the frame with this title in this row was painted. */
function untilShown({ ticketId, title }: { readonly ticketId: string; readonly title: string }) {
	return new Promise<number>((resolve) => {
		const look = (): void => {
			const row = document.querySelector(`[data-ticket-id="${ticketId}"]`);
			if (!row?.textContent?.includes(title)) {
				requestAnimationFrame(look);
				return;
			}
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve(Date.now());
			port2.postMessage(null);
		};
		requestAnimationFrame(look);
	});
}

/** Another agent, who changes titles straight on the desk. */
class Changer {
	readonly #deskUrl: string;
	readonly #deviceId = randomUUID();
	#counter = 0;

	constructor(deskUrl: string) {
		this.#deskUrl = deskUrl;
	}

	/** Reads what the change needs; answers how to send it, which answers the ticket's new revision. */
	async prepare(ticketId: string, shortDescription: string): Promise<() => Promise<number>> {
		const response = await fetch(`${this.#deskUrl}/api/tickets/${ticketId}`);
		const { ticket } = ticketDetailSchema.parse(await response.json());
		this.#counter += 1;
		const intent = {
			v: INTENT_VERSION,
			id: randomUUID(),
			ticketId,
			occurredAt: Date.now(),
			counter: this.#counter,
			type: "change",
			baseRevision: ticket.revision,
			base: { shortDescription: ticket.shortDescription },
			set: { shortDescription },
		};
		const body = JSON.stringify({ deviceId: this.#deviceId, fence: 1, intents: [intent] });
		return () => this.#send(body);
	}

	async #send(body: string): Promise<number> {
		const response = await fetch(`${this.#deskUrl}/api/intents`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body,
		});
		const [result] = intentAnswerSchema.parse(await response.json()).results;
		if (result?.status !== "applied") throw new Error(`not applied: ${JSON.stringify(result)}`);
		return result.revision;
	}
}
