import { type Figure, median, percentile } from "../figures.ts";
import { changeElsewhere } from "./change-elsewhere.ts";
import type { CopiedDesk } from "./copied-desk.ts";
import { OtherConsoles } from "./other-consoles.ts";

const CONSOLES = 500;
const CHANGES = 2_000;

/**
 * A floor of consoles loses its desk and finds it again at one moment, with what others did meanwhile still
 * to come. Throws where one does not catch up.
 */
export async function measureReturn(desk: CopiedDesk): Promise<readonly Figure[]> {
	const consoles = await OtherConsoles.connect(desk.served.url, CONSOLES);
	try {
		await desk.stop();
		await changeElsewhere(desk.dataDir, CHANGES);
		consoles.forgetLive();
		await desk.start();
		const startedAt = Date.now();
		const answers = askUntilAll(desk.served.url, consoles.untilLive());
		const seconds = (await consoles.untilLive()).map((at) => (at - startedAt) / 1_000);
		const note = `p50 ${median(seconds).toFixed(1)} s, ${CHANGES.toLocaleString("en")} changes each`;
		const health = await answers;
		return [
			{
				name: `${CONSOLES} consoles return at once, all live`,
				value: Math.max(...seconds),
				unit: "s",
				target: null,
				note,
			},
			{
				name: "a ticket asked for meanwhile, p95",
				value: percentile(health, 0.95),
				unit: "ms",
				target: null,
				note: `${health.length} times, p50 ${median(health).toFixed(0)} ms`,
			},
			{ name: "background, after that", value: desk.served.memoryMb, unit: "MB", target: null },
		];
	} finally {
		consoles.dispose();
	}
}

/** How long somebody waits for a ticket while everybody comes back, milliseconds. */
async function askUntilAll(url: string, all: Promise<unknown>): Promise<readonly number[]> {
	const state = { isOver: false };
	void all.then(() => {
		state.isOver = true;
	});
	const samples: number[] = [];
	while (!state.isOver) {
		const startedAt = performance.now();
		const response = await fetch(`${url}/api/tickets?limit=1`);
		await response.arrayBuffer();
		samples.push(performance.now() - startedAt);
	}
	return samples;
}
