import { findPerson } from "../electron/background/store/people.ts";
import { fromPersonRow } from "../electron/background/store/rows.ts";
import { nextBatch } from "../renderer/worker/outbox/lanes.ts";
import type { OutboxEntry } from "../renderer/worker/storage/outbox-store.ts";

import { can, knownRoles } from "../shared/permission/permission.ts";
import { readTruth } from "./invariants/desk-truth.ts";
import { checkSuffix, checkWindow } from "./invariants/in-a-window.ts";
import { checkDesk } from "./invariants/on-the-desk.ts";
import { checkPurged } from "./invariants/purged.ts";
import type { SimWindow, Workstation } from "./station/workstation.ts";
import { signIn, updateAll } from "./storm.ts";
import type { World } from "./world.ts";

/** A healthy network must have emptied every queue by then. */
const PATIENCE_MS = 400_000;
/** What one window tells the others has been read by then. */
const HEARING_MS = 100;

/** Everything works again: what must hold, must hold now. */
export async function calm(world: World): Promise<void> {
	const { faults, desk, stations, network, scheduler } = world;
	faults.end();
	await desk.up();
	for (const station of stations) {
		station.disk.isFull = false;
		station.link.bodyLimit = Number.POSITIVE_INFINITY;
		for (const { life } of station.windows) life.frozenUntil = 0;
		updateAll(station);
		network.setDown(station.link, false);
	}
	await scheduler.runFor(40_000);
	for (const station of stations) await calmStation(world, station);
	await checkEverything(world);
}

async function calmStation(world: World, station: Workstation): Promise<void> {
	const { ledger, random } = world;
	const here = ledger.entries.filter((entry) => entry.station === station.name);
	const present = station.link.personId ?? "ada";
	const people = new Set([...here.map((entry) => entry.personId).filter((id) => id !== present), present]);
	for (const personId of people) {
		if (station.windows.length === 0) station.open();
		// Whoever reads in red that nothing can be stored here loads the page again.
		for (const window of [...station.windows]) {
			if (window.engine.model.problem === null && !window.isOutboxLost()) continue;
			station.crash(window);
			station.open();
		}
		signIn(world, station, personId);
		await world.scheduler.runFor(100);
		await settle(world, station, personId);
		if (random.chance(0.5) && (await decideAll(world, station))) await settle(world, station, personId);
	}
	if (random.chance(0.3)) {
		station.open();
		await settle(world, station, present);
	}
}

/** Somebody goes through all that needs them; false where nothing does. */
async function decideAll(
	{ user, scheduler, trace, random }: World,
	{ windows }: Workstation,
): Promise<boolean> {
	const window = random.pickOrNone(windows);
	const stuck =
		window?.engine.model.generation?.outbox.entries.filter(({ phase }) => phase === "needs-you") ?? [];
	if (!window || stuck.length === 0) return false;
	scheduler.after(0, window.life, () => {
		user
			.decideAll(window, stuck)
			.catch((error: unknown) => trace.note("user", () => `failed: ${String(error)}`));
	});
	await scheduler.runFor(5_000);
	return true;
}

async function settle(world: World, station: Workstation, personId: string): Promise<void> {
	const { scheduler, watch, desk } = world;
	const person = await findPerson(desk.store.reader, personId);
	const mayRead = can(person?.roles ?? [], "desk.read");
	const until = scheduler.elapsedMs + PATIENCE_MS;
	while (!(await staysQuiet(world, station, personId, mayRead))) {
		if (scheduler.elapsedMs > until) {
			watch.violations.report(
				"I13",
				`${station.name} never came to rest at ${desk.store.head()}: ${describeStation(station)}`,
			);
			return;
		}
		await scheduler.runFor(1_000);
	}
	const { report } = watch.violations;
	if (!mayRead) return checkPurged(station, personId, report);
	const truth = await readTruth(desk.store);
	for (const window of station.windows) {
		await scheduler.until(checkWindow(window, truth, report));
		await watch.lookAtAll(window, station);
	}
	const writer = station.windows.find(({ engine }) => engine.model.isWriter);
	if (writer) await scheduler.until(checkSuffix(writer, desk, world.random.int(0, truth.head), report));
}

/** A window hears of what another one of its workstation wrote, and then reads it: that takes a moment. */
async function staysQuiet(...asked: Parameters<typeof isQuiet>): Promise<boolean> {
	if (!isQuiet(...asked)) return false;
	const [{ scheduler }] = asked;
	await scheduler.runFor(HEARING_MS);
	return isQuiet(...asked);
}

function isQuiet({ desk }: World, station: Workstation, personId: string, mayRead: boolean): boolean {
	return station.windows.every(({ engine }) => {
		const { session, generation, writer } = engine.model;
		if (session?.person?.id !== personId) return false;
		if (can(knownRoles(session.roles), "desk.read") !== mayRead) return false;
		// What is to go has gone when there is an empty cache in its place.
		if (!mayRead) return generation?.outbox.entries.every(({ phase }) => phase !== "pending") ?? false;
		if (!generation || writer.connection.state !== "live") return false;
		const { entries } = generation.outbox;
		const isSent = nextBatch(entries, 1).length === 0 && entries.every(({ phase }) => phase !== "applied");
		return isSent && generation.cache.cursor === desk.store.head();
	});
}

async function checkEverything({ desk, stations, ledger, watch }: World): Promise<void> {
	const waiting = new Map<string, OutboxEntry>();
	for (const station of stations) {
		const outbox = await station.disk.backend.openOutbox();
		for (const personId of new Set(ledger.entries.map((entry) => entry.personId))) {
			const entries = await outbox.list(personId, ["pending", "needs-you", "applied", "settled"]);
			for (const entry of entries) waiting.set(entry.id, entry);
		}
		for (const text of station.disk.wentBack)
			watch.violations.report("I7", `${station.name}: the cursor of ${text}`);
	}
	const people = await desk.store.reader.selectFrom("person").selectAll().execute();
	const barred = people.map(fromPersonRow).filter(({ roles }) => !can(roles, "desk.read"));
	const ids = new Set(barred.map(({ id }) => id));
	checkDesk(await readTruth(desk.store), { ledger, waiting, barred: ids }, watch.violations.report);
}

function describeStation(station: Workstation): string {
	return station.windows.map(describeWindow).join("; ");
}

function describeWindow({ name, engine }: SimWindow): string {
	const { session, generation, writer, isWriter } = engine.model;
	const entries = (generation?.outbox.entries ?? []).map(({ id, phase }) => `${id} ${phase}`);
	const role = isWriter ? "writes" : "follows";
	return `${name} ${role} as ${session?.person?.id} (${session?.roles}) ${writer.connection.state} at ${generation?.cache.cursor} [${entries}] ${JSON.stringify(writer.trouble)}`;
}
