import { PEOPLE } from "./desk/template.ts";
import type { FaultKind } from "./faults.ts";
import { knownTickets } from "./station/known-tickets.ts";
import type { SimWindow, Workstation } from "./station/workstation.ts";
import type { World } from "./world.ts";

const WEEK_MS = 7 * 86_400_000;
/** So many of the newest edits may still be on their way. */
const RECENT = 6;
/** Who may sit at the workstations; `dan` is elsewhere. */
const USERS = ["ada", "ben"] as const;

type Act = (world: World, station: Workstation) => void | Promise<void>;

/** What may happen at a workstation besides somebody working there, and how often as compared with the others. */
const TROUBLES: readonly { readonly fault: FaultKind; readonly weight: number; readonly act: Act }[] = [
	{ fault: "outage", weight: 6, act: outage },
	{ fault: "windowCrash", weight: 4, act: windowCrash },
	{ fault: "windowClosed", weight: 4, act: windowClosed },
	{ fault: "stationCrash", weight: 2, act: stationCrash },
	{ fault: "windowFrozen", weight: 3, act: windowFrozen },
	{ fault: "threeWindows", weight: 3, act: threeWindows },
	{ fault: "quotaOutbox", weight: 2, act: diskFull },
	{ fault: "cacheDamaged", weight: 1, act: cacheDamaged },
	{ fault: "cacheEmptied", weight: 1, act: cacheEmptied },
	{ fault: "cacheRemoved", weight: 1, act: cacheRemoved },
	{ fault: "downgrade", weight: 1, act: downgrade },
	{ fault: "versionsMixed", weight: 1, act: versionsMixed },
	{ fault: "clockJump", weight: 2, act: clockJump },
	{ fault: "signedOut", weight: 2, act: signedOut },
	{ fault: "otherPerson", weight: 2, act: otherPerson },
	{ fault: "roleRemoved", weight: 1, act: roleRemoved },
	{ fault: "ticketClosed", weight: 2, act: ({ agent }) => agent.close() },
	{ fault: "ticketReopened", weight: 2, act: ({ agent }) => agent.reopen() },
	{ fault: "callerMissing", weight: 2, act: ({ agent }) => agent.clearCaller() },
	{ fault: "assigneeGone", weight: 1, act: assigneeGone },
	{ fault: "ticketRemoved", weight: 1, act: ({ agent }) => agent.remove() },
	{ fault: "hugeDelta", weight: 1, act: hugeDelta },
	{ fault: "deskRestored", weight: 2, act: deskRestored },
	{ fault: "deskRestoredAgain", weight: 1, act: deskRestoredAgain },
	{ fault: "deskRestoredSameEpoch", weight: 1, act: deskRestoredSameEpoch },
	{ fault: "weeksOffline", weight: 1, act: weeksOffline },
	{ fault: "allReturn", weight: 1, act: allReturn },
];

/** People at work while everything that this seed has goes wrong. */
export async function storm(world: World): Promise<void> {
	const { random, scheduler, stations } = world;
	for (const station of stations) await moveIn(world, station);
	const steps = random.int(10, 40);
	for (let step = 0; step < steps; step += 1) {
		const station = random.pick(stations);
		scheduler.after(0, null, () => happen(world, station));
		await scheduler.runFor(random.chance(0.15) ? random.int(1_000, 15_000) : random.int(1, 700));
		if (step % 4 === 0) await world.watch.look(station);
	}
}

async function moveIn({ random, scheduler, faults }: World, station: Workstation): Promise<void> {
	station.link.personId = random.pick(USERS);
	if (faults.has("tooLarge")) station.link.bodyLimit = 2_000;
	for (let count = random.int(1, 3); count > 0; count -= 1) {
		station.open();
		await scheduler.runFor(random.int(0, 500));
	}
}

async function happen(world: World, station: Workstation): Promise<void> {
	const { random, faults, desk } = world;
	const dice = random.next();
	if (dice < 0.15 && desk.isUp) return desk.isHeldBack ? undefined : workElsewhere(world);
	if (dice < 0.4) {
		const troubles = TROUBLES.filter(({ fault }) => faults.has(fault));
		const total = troubles.reduce((sum, { weight }) => sum + weight, 0);
		let left = random.next() * total;
		const trouble = troubles.find(({ weight }) => {
			left -= weight;
			return left <= 0;
		});
		// What happens to people and tickets happens at a desk that is there.
		if (trouble && desk.isUp && !desk.isHeldBack) await trouble.act(world, station);
		return;
	}
	const window = random.pickOrNone(station.windows);
	if (window) await doNow(world, () => world.user.act(station, window));
	else station.open();
}

/** Somebody works at another console, often enough on what is being worked on here. */
function workElsewhere({ random, agent, ledger }: World): Promise<void> {
	const recent = random.chance(0.5) ? ledger.entries.slice(-RECENT) : [];
	const contested = recent.filter(({ type, set }) => type === "change" && Object.keys(set).length > 0);
	const entry = random.pickOrNone(contested);
	return entry ? agent.rival(entry.ticketId, entry.set) : agent.edit();
}

/** Begun now; what it waits for happens later, in the world. */
async function doNow({ trace }: Pick<World, "trace">, act: () => Promise<unknown>): Promise<void> {
	act().catch((error: unknown) => trace.note("user", () => `failed: ${String(error)}`));
}

function outage({ faults, network, scheduler, random }: World, { link }: Workstation): void {
	if (link.isDown) {
		network.setDown(link, false);
		return;
	}
	faults.count("outage");
	network.setDown(link, true);
	scheduler.after(random.int(500, 40_000), null, () => network.setDown(link, false));
}

function windowCrash({ faults, random }: World, station: Workstation): void {
	const window = random.pickOrNone(station.windows);
	if (!window) return;
	faults.count("windowCrash");
	station.crash(window);
	if (random.chance(0.8)) station.open();
}

function windowClosed({ faults, random }: World, station: Workstation): void {
	const window = random.pickOrNone(station.windows);
	if (!window) return;
	faults.count("windowClosed");
	station.close(window);
	if (random.chance(0.8)) station.open();
}

function stationCrash({ faults, random, scheduler }: World, station: Workstation): void {
	faults.count("stationCrash");
	for (const window of [...station.windows]) station.crash(window);
	scheduler.after(random.int(10, 3_000), null, () => {
		station.open();
	});
}

function windowFrozen({ faults, random, scheduler }: World, station: Workstation): void {
	const window = station.windows.find(({ life }) => life === station.lock.holder) ?? station.windows[0];
	if (!window) return;
	faults.count("windowFrozen");
	const ms = random.int(1_000, 30_000);
	window.life.frozenUntil = scheduler.elapsedMs + ms;
	if (!faults.strikes("lockStolen", 0.6)) return;
	scheduler.after(random.int(0, ms), null, () => station.lock.takeFrom(window.life));
}

/** One field, in every window, within five milliseconds. */
function threeWindows(world: World, station: Workstation): void {
	const { faults, random, scheduler } = world;
	const cache = station.windows[0]?.engine.model.generation?.cache;
	const ticketId = cache && random.pickOrNone(knownTickets(cache.columns))?.id;
	if (ticketId === undefined || station.windows.length < 2) return;
	faults.count("threeWindows");
	for (const window of station.windows) {
		scheduler.after(random.next() * 5, window.life, () =>
			doNow(world, () => world.user.edit(station, window, ticketId)),
		);
	}
}

function diskFull({ random, scheduler }: World, { disk }: Workstation): void {
	disk.isFull = true;
	scheduler.after(random.int(500, 10_000), null, () => {
		disk.isFull = false;
	});
}

/** Flipped bits on disk, found when it is read next: as a window opens. */
async function cacheDamaged({ faults, random }: World, station: Workstation): Promise<void> {
	const { caches } = station.disk.backend;
	const name = random.pickOrNone(await caches.names());
	if (name === undefined) return;
	const store = await caches.open(name);
	const { state, columns, things } = await store.load();
	const [segment] = columns;
	if (!state) return;
	faults.count("cacheDamaged");
	const damage = segment
		? { columns: [{ ...segment, numbers: "flipped" }] }
		: { things: things.map((record) => ({ ...record, text: record.text.slice(1) })) };
	await store.commit({ expectedCursor: state.cursor, state, ...damage });
	store.close();
	reopenAll(station);
}

/** A database that is there and has lost what was in it. */
async function cacheEmptied({ faults, random }: World, station: Workstation): Promise<void> {
	const { caches } = station.disk.backend;
	const name = random.pickOrNone(await caches.names());
	if (name === undefined) return;
	faults.count("cacheEmptied");
	for (const window of [...station.windows]) station.crash(window);
	station.disk.forget(name);
	await caches.remove(name);
	(await caches.open(name)).close();
	station.open();
}

async function cacheRemoved({ faults, random }: World, station: Workstation): Promise<void> {
	const { caches } = station.disk.backend;
	const name = random.pickOrNone(await caches.names());
	if (name === undefined) return;
	faults.count("cacheRemoved");
	station.disk.forget(name);
	await caches.remove(name);
}

/** An older program is started on what a newer one wrote; sooner or later it is updated again. */
async function downgrade({ faults, random, scheduler }: World, station: Workstation): Promise<void> {
	faults.count("downgrade");
	await station.disk.writeByNewer();
	reopenAll(station);
	for (const { life } of station.windows) station.disk.runOldProgram(life);
	scheduler.after(random.int(2_000, 20_000), null, () => updateAll(station));
}

/** Some windows were loaded before the update, some after it. */
async function versionsMixed({ faults, random, scheduler }: World, station: Workstation): Promise<void> {
	faults.count("versionsMixed");
	await station.disk.writeByNewer();
	for (const { life } of station.windows) if (random.chance(0.5)) station.disk.runOldProgram(life);
	scheduler.after(random.int(2_000, 20_000), null, () => updateAll(station));
}

/** Programs are loaded anew where some were too old. */
export function updateAll(station: Workstation): void {
	if (station.disk.update()) reopenAll(station);
}

function reopenAll(station: Workstation): void {
	const count = station.windows.length;
	for (const window of [...station.windows]) station.crash(window);
	for (let opened = 0; opened < Math.max(1, count); opened += 1) station.open();
}

/** A machine woke: its clock is set before its network is there, and between two edits of one ticket. */
async function clockJump(world: World, station: Workstation): Promise<void> {
	const { faults, random, user, network, scheduler } = world;
	const window = random.pickOrNone(station.windows);
	const cache = window?.engine.model.generation?.cache;
	const ticketId = cache && random.pickOrNone(knownTickets(cache.columns))?.id;
	if (!window || ticketId === undefined) return;
	faults.count("clockJump");
	network.setDown(station.link, true);
	scheduler.after(random.int(100, 5_000), null, () => network.setDown(station.link, false));
	await doNow(world, async () => {
		await user.edit(station, window, ticketId);
		station.skewMs = random.pick([-86_400_000, 365 * 86_400_000, -5_000, 60_000, 0]);
		await user.edit(station, window, ticketId);
	});
}

/** The cookie runs out; sooner or later the same person signs in again. */
function signedOut(world: World, station: Workstation): void {
	const { faults, random, scheduler } = world;
	const { personId } = station.link;
	faults.count("signedOut");
	signIn(world, station, null);
	scheduler.after(random.int(500, 15_000), null, () => signIn(world, station, personId));
}

function otherPerson(world: World, station: Workstation): void {
	world.faults.count("otherPerson");
	const { personId } = station.link;
	signIn(world, station, USERS.find((id) => id !== personId) ?? "ada");
}

/** The browser has another cookie at once; a page asks the worker to look a little later. */
export function signIn(world: World, station: Workstation, personId: string | null): void {
	station.link.personId = personId;
	world.trace.note(station.name, () => `signed in: ${personId}`);
	const window: SimWindow | undefined = world.random.pickOrNone(station.windows);
	if (!window) return;
	world.scheduler.after(world.random.int(0, 40), window.life, () =>
		doNow(world, async () => window.calls.refreshSession()),
	);
}

async function roleRemoved({ faults, agent, random, scheduler, desk }: World): Promise<void> {
	const personId = random.pick(USERS);
	faults.count("roleRemoved");
	await agent.changePerson(personId, { roles: ["caller"] });
	if (random.chance(0.5)) return;
	scheduler.after(random.int(2_000, 20_000), null, async () => {
		if (desk.isUp && !desk.isHeldBack) await agent.changePerson(personId, { roles: ["agent"] });
	});
}

async function assigneeGone({ faults, agent, random }: World): Promise<void> {
	faults.count("assigneeGone");
	const isActive = random.chance(0.3);
	await agent.changePerson(PEOPLE[4], { isActive });
}

async function hugeDelta({ faults, agent }: World): Promise<void> {
	faults.count("hugeDelta");
	await agent.open(25);
}

async function deskRestored({ faults, desk, random, scheduler }: World): Promise<void> {
	await desk.backUp();
	scheduler.after(random.int(500, 20_000), null, async () => {
		if (await desk.restore(true)) faults.count("deskRestored");
	});
}

/** The same backup twice: what was offered again after the first time is lost once more. */
async function deskRestoredAgain({ faults, desk, random, scheduler }: World): Promise<void> {
	await desk.backUp();
	scheduler.after(random.int(500, 10_000), null, async () => {
		if (!(await desk.restore(true))) return;
		scheduler.after(random.int(500, 10_000), null, async () => {
			if (await desk.restore(true)) faults.count("deskRestoredAgain");
		});
	});
}

/** Nobody told the desk: its change log is shorter than what the one console has seen. */
async function deskRestoredSameEpoch({
	faults,
	desk,
	random,
	scheduler,
	stations,
	agent,
}: World): Promise<void> {
	// One console and one person: whoever comes later could not know what was there before.
	if (stations.length > 1 || faults.has("otherPerson")) return;
	await desk.backUp();
	scheduler.after(random.int(500, 20_000), null, async () => {
		if (!desk.isUp) return;
		const before = desk.store.head();
		await agent.edit();
		if (desk.store.head() === before) return;
		if (await desk.restore(false)) faults.count("deskRestoredSameEpoch");
	});
}

function weeksOffline(world: World, station: Workstation): void {
	const { faults, network, scheduler, agent, desk } = world;
	faults.count("weeksOffline");
	network.setDown(station.link, true);
	scheduler.after(2_000, null, async () => {
		scheduler.leap(3 * WEEK_MS);
		desk.dropBackup();
		if (desk.isUp && !desk.isHeldBack) await agent.open(10);
		network.setDown(station.link, false);
	});
}

/** Everybody at once, as after a power cut. */
function allReturn({ faults, stations, network, scheduler }: World): void {
	faults.count("allReturn");
	for (const { link } of stations) network.setDown(link, true);
	scheduler.after(4_000, null, () => {
		for (const { link } of stations) network.setDown(link, false);
	});
}
