/**
 * Many consoles without a screen in one process, each with the data worker's own connection, caught up
 * from now on. Told by its parent where the desk is; tells each ticket it receives, and when.
 */

import { systemClock } from "../../renderer/worker/clock.ts";
import { makeHttp } from "../../renderer/worker/http.ts";
import { Connection } from "../../renderer/worker/sync/connection.ts";
import { healthSchema, sessionSchema } from "../../shared/api/desk.ts";
import { ok } from "../../shared/result.ts";

/** What a console tells: that it has caught up, or a ticket that came. */
export type ConsoleMessage =
	| { readonly type: "live"; readonly at: number }
	| { readonly type: "received"; readonly ticketId: string; readonly revision: number; readonly at: number };

const TOLD_AT_MOST = 10;
const [url = "", count = "1"] = process.argv.slice(2);
const http = makeHttp({ origin: url });
const tell = (message: ConsoleMessage): void => {
	process.send?.(message);
};

async function connect(): Promise<void> {
	const health = await http.get("/api/health");
	if (!health.ok) throw new Error(`the desk did not answer: ${JSON.stringify(health.error)}`);
	const { epoch, seq } = healthSchema.parse(health.value);
	let cursor = seq;
	let wasLive = false;
	const connection = new Connection({
		http,
		refreshSession: async (signal) => {
			const session = await http.get("/api/session", { signal });
			return session.ok ? ok(sessionSchema.parse(session.value)) : session;
		},
		cursor: () => cursor,
		epoch: () => epoch,
		isComplete: () => true,
		newestSeq: () => cursor,
		takePage: async (page) => {
			const at = Date.now();
			cursor = page.next;
			// Of a return everybody has missed the same: that is told by being live again.
			if (page.changes.length > TOLD_AT_MOST) return;
			for (const change of page.changes) {
				if (change.kind === "ticket" && "row" in change)
					tell({ type: "received", ticketId: change.id, revision: change.row.revision, at });
			}
		},
		sideScope: () => null,
		takeSidePage: async () => true,
		limitQuery: () => "",
		resync: async () => undefined,
		onStatus: ({ state }) => {
			if (state === "live" && !wasLive) tell({ type: "live", at: Date.now() });
			wasLive = state === "live";
		},
		onConnected: () => undefined,
		onFigures: () => undefined,
		onPresence: () => undefined,
		clock: systemClock,
	});
	void connection.run(new AbortController().signal);
}

process.once("disconnect", () => process.exit(0));
await Promise.all(Array.from({ length: Number(count) }, connect));
