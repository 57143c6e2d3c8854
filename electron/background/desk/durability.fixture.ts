/**
 * For a test that kills it: takes batch after batch of openings and prints each answered number, until
 * it is stopped. The folder of the desk is its only argument.
 */
import { makeId, makeRandomId } from "../store/crypto.ts";
import { openStore } from "../store/open-store.ts";
import { ensureStandingPeople } from "../store/people.ts";
import { takeIntents } from "./intents.ts";

const store = await openStore({ dataDir: process.argv[2] ?? "" });
await ensureStandingPeople(store);
const deviceId = makeRandomId();

for (let counter = 0; counter < 100_000; counter += 3) {
	const intents = [0, 1, 2].map((index) => ({
		v: 1,
		type: "create",
		id: makeId(),
		ticketId: makeId(),
		occurredAt: Date.now(),
		counter: counter + index,
		kind: "incident",
		set: { shortDescription: `Typed ${counter + index}`, callerId: "owner" },
	}));
	const batch = { deviceId, fence: 1, intents };
	const answer = await takeIntents(batch, { store, personId: "owner", now: Date.now() });
	if (!answer.ok) throw new Error(answer.error.message);
	process.stdout.write(`${intents.map((intent) => intent.ticketId).join("\n")}\n`);
	await new Promise((resolve) => setImmediate(resolve));
}
