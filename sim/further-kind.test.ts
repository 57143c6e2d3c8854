import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../electron/background/fixture.ts";
import { makeCalls } from "../renderer/worker/calls/calls.ts";
import { systemClock } from "../renderer/worker/clock.ts";
import { Engine } from "../renderer/worker/engine/engine.ts";
import { makeHttp } from "../renderer/worker/http.ts";
import { makeMemoryCacheStores } from "../renderer/worker/storage/memory-cache-store.ts";
import { makeMemoryOutboxStore } from "../renderer/worker/storage/memory-outbox-store.ts";
import { relativesPayload } from "../renderer/worker/topics/relatives-topic.ts";
import type { QueueRow, ViewQuery } from "../renderer/worker/views/view-protocol.ts";
import type { Change, ChangePage } from "../shared/api/changes.ts";
import type { Lifecycle } from "../shared/ticket/lifecycle.ts";

/** A kind that no line of code knows: what a building's caretakers do. */
const FACILITY: unknown = JSON.parse(readFileSync(new URL("./further-kind.json", import.meta.url), "utf8"));

let desk: TestDesk;
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
	await desk.close();
});

const put = (kind: string, definition: unknown, baseVersion = 0) =>
	desk.ask(`/api/lifecycles/${kind}`, { method: "PUT", body: { definition, baseVersion } });

const facility = (set: object) => opening({ kind: "facility", set });

const makeDisk = () => ({ caches: makeMemoryCacheStores(), outbox: makeMemoryOutboxStore() });

/** One window of a console over the real desk, with its disk in memory. */
async function openConsole(disk = makeDisk(), origin = desk.background.url) {
	const engine = new Engine({
		openOutbox: async () => disk.outbox,
		caches: disk.caches,
		http: makeHttp({ origin }),
		channel: { post: () => undefined, listen: () => undefined, close: () => undefined },
		lock: { hold: (work) => work() },
		clock: systemClock,
		onTouched: () => undefined,
		onFailure: () => undefined,
	});
	closing.push(() => engine.dispose());
	await engine.start();
	return { engine, calls: makeCalls(engine) };
}

type Console = Awaited<ReturnType<typeof openConsole>>;

function list({ engine }: Console, kinds: ViewQuery["kinds"], isOpen = true): readonly QueueRow[] {
	const query: ViewQuery = {
		kinds,
		states: [],
		isOpen,
		priorities: [],
		teamIds: [],
		assigneeIds: [],
		isMyTeams: false,
		isBreachingNext: false,
		text: "",
		order: { by: "number", isDescending: false },
	};
	return engine.model.generation?.views.slice(query, { from: 0, count: 50 }).rows ?? [];
}

describe("a further kind, from data alone", () => {
	it("is opened, moved, refused for what is missing by name, and closed on the desk", async () => {
		expect(await put("facility", FACILITY)).toMatchObject({ status: 200, body: { version: 1, place: 0 } });
		const opened = facility({ shortDescription: "Lift stands still", $floor: "3" });
		expect(await desk.send(opened)).toMatchObject([{ status: "applied", number: "FAC0000001" }]);
		const unnamed = facility({ shortDescription: "No light" });
		expect(await desk.send(unnamed)).toMatchObject([
			{ status: "rejected", reason: { code: "field_required", path: "$floor" } },
		]);

		const move = async (set: object, note?: object) => {
			const seen = await desk.readTicket(opened.ticketId);
			const [result] = await desk.send(changing(seen, set, note ? { note } : {}));
			return result;
		};
		expect(await move({ state: 30 })).toMatchObject({ reason: { code: "move_not_allowed", path: "state" } });
		expect(await move({ state: 20 })).toMatchObject({
			reason: { code: "field_required", path: "assigneeId" },
		});
		expect(await move({ state: 20, assigneeId: "ada" })).toMatchObject({ status: "applied" });
		expect(await move({ $hazard: "poison" })).toMatchObject({
			reason: { code: "value_not_allowed", path: "$hazard" },
		});
		expect(await move({ state: 30, $hazard: "electric" })).toMatchObject({
			reason: { code: "field_required", path: "$lockedBy" },
		});
		expect(await move({ state: 30, $hazard: "electric", $lockedBy: "ben" })).toMatchObject({
			status: "applied",
		});
		expect(await move({ state: 40 })).toMatchObject({ reason: { code: "note_required", path: "note" } });
		expect(await move({ state: 40 }, { kind: "workNote", text: "Runs again." })).toMatchObject({
			status: "applied",
		});
		const ticket = await desk.readTicket("fac1");
		expect(ticket).toMatchObject({ number: "FAC0000001", state: 40, $hazard: "electric" });
		expect(ticket.closedAt).not.toBeNull();
		expect(await move({ $floor: "4" })).toMatchObject({ reason: { code: "ticket_over" } });
	});

	it("is listed by a console, found by its number, edited there, and read again from its disk", async () => {
		await put("facility", FACILITY);
		const disk = makeDisk();
		const opened = facility({ shortDescription: "Lift stands still", $floor: "3" });
		await desk.send(opened, opening());
		const console = await openConsole(disk);
		await expect.poll(() => list(console, ["facility"])).toMatchObject([{ number: "FAC0000001", state: 10 }]);
		expect(list(console, [])).toHaveLength(2);
		expect(list(console, ["starship"])).toEqual([]);
		for (const typed of ["FAC0000001", "fac1"])
			expect((await console.calls.findTickets({ text: typed, limit: 5 }))[0]).toMatchObject({
				id: opened.ticketId,
			});

		const refused = await console.calls.edit({ ticketId: opened.ticketId, set: { state: 20 } });
		expect(refused).toMatchObject({ ok: false, error: { code: "field_required", path: "assigneeId" } });
		const made = await console.calls.create({
			kind: "facility",
			set: { shortDescription: "Window is broken", $floor: "1" },
		});
		expect(made).toMatchObject({ ok: true });
		await expect.poll(() => list(console, ["facility"]).map(({ number }) => number)).toContain("FAC0000002");

		// A window that opens without the desk reads them from the same disk.
		await expect.poll(() => console.engine.model.generation?.cache.unfoldedRows, { timeout: 15_000 }).toBe(0);
		const later = await openConsole(disk, "http://127.0.0.1:9");
		await expect
			.poll(() => list(later, ["facility"]).map(({ number }) => number))
			.toEqual(["FAC0000001", "FAC0000002"]);
	});

	it("has tasks and parents as it says, on the desk and in a console", async () => {
		const pieces = { hasTasks: true, parentKinds: ["incident", "facility"] };
		const whole = { ...(FACILITY as Lifecycle), ...pieces };
		expect(await put("facility", { ...whole, parentKinds: ["starship"] })).toMatchObject({
			body: { error: { code: "no_such_kind", path: "parentKinds.0" } },
		});
		expect(await put("facility", FACILITY)).toMatchObject({ status: 200 });
		const lift = facility({ shortDescription: "Lift stands still", $floor: "3" });
		await desk.send(lift);
		const task = (parentId: string) =>
			opening({ kind: "task", set: { shortDescription: "Call the fitter", parentId } });
		const refused = { reason: { code: "reference_not_allowed", path: "parentId" } };
		expect(await desk.send(task(lift.ticketId))).toMatchObject([refused]);

		expect(await put("facility", whole, 1)).toMatchObject({ status: 200 });
		const call = task(lift.ticketId);
		expect(await desk.send(call)).toMatchObject([{ status: "applied", number: "TASK0000001" }]);
		const incident = opening();
		await desk.send(incident);
		const part = (parentId: string) => facility({ shortDescription: "Door sticks", $floor: "3", parentId });
		expect(await desk.send(part(incident.ticketId))).toMatchObject([{ status: "applied" }]);
		expect(await desk.send(part(call.ticketId))).toMatchObject([refused]);

		const console = await openConsole();
		await expect.poll(() => list(console, ["task"])).toMatchObject([{ number: "TASK0000001" }]);
		expect((await relativesPayload(console.engine.model, lift.ticketId))?.parts).toMatchObject([
			{ id: call.ticketId },
		]);
		const set = { shortDescription: "Door sticks", $floor: "3" };
		const here = (parentId: string) => console.calls.create({ kind: "facility", set: { ...set, parentId } });
		expect(await here(lift.ticketId)).toMatchObject({ ok: true });
		expect(await here(call.ticketId)).toMatchObject({ ok: false, error: refused.reason });
	});

	it("comes before its tickets on every page, also where it was edited after them", async () => {
		const before = desk.background.store.head();
		await put("facility", FACILITY);
		for (let count = 0; count < 3; count += 1)
			await desk.send(facility({ shortDescription: "Dark", $floor: "2" }));
		await put("facility", { ...(FACILITY as Lifecycle), label: "Caretaking" }, 1);
		const { body } = await desk.ask(`/api/changes?since=${before}&limit=2`);
		const { changes, hasMore } = body as ChangePage;
		expect(hasMore).toBe(true);
		expect(changes.map(({ kind }: Change) => kind)).toEqual(["lifecycle", "ticket", "ticket"]);
		expect(changes[0]).toMatchObject({ id: "facility", row: { version: 2 } });
	});
});

describe("an edit of a lifecycle", () => {
	it("may add a state and a mandatory field to a built-in kind, which rules are not asked for", async () => {
		const [incident] = (
			(await desk.ask("/api/lifecycles")).body as { lifecycles: { definition: Lifecycle }[] }
		).lifecycles;
		if (!incident) throw new Error("there are incidents");
		const { definition } = incident;
		const parked = {
			value: 20,
			name: "Parked",
			phase: "open",
			moves: [{ to: 2 }],
			requires: [{ anyOf: ["$building"], of: "person" }],
			clearsOnLeave: [],
		};
		const states = [
			...definition.states.map((state) =>
				state.value === 2 ? { ...state, moves: [...state.moves, { to: 20, label: "Park" }] } : state,
			),
			parked,
		];
		const fields = [...definition.fields, { name: "$building", label: "Building", type: "text" }];
		expect(await put("incident", { ...definition, states, fields })).toMatchObject({ status: 200 });
		const opened = opening();
		await desk.send(opened);
		const move = async (set: object) =>
			(await desk.send(changing(await desk.readTicket(opened.ticketId), set)))[0];
		expect(await move({ state: 2, teamId: "network" })).toMatchObject({ status: "applied" });
		expect(await move({ state: 20 })).toMatchObject({
			reason: { path: "$building", code: "field_required" },
		});
		expect(await move({ state: 20, $building: "East" })).toMatchObject({ status: "applied" });

		expect(await put("incident", definition, 1)).toMatchObject({
			status: 422,
			body: { error: { code: "state_in_use", path: "states" } },
		});
		const { body } = await desk.ask("/api/audit");
		expect(body).toMatchObject({ entries: [{ action: "lifecycle.changed", to: "incident 1" }] });
	});

	it("is refused in words, with the path, where it makes no sense", async () => {
		const { states, ...rest } = FACILITY as Lifecycle;
		const astray = states.map((state) =>
			state.value === 20 ? { ...state, moves: [{ to: 99, label: "Vanish" }] } : state,
		);
		expect(await put("facility", { ...rest, states: astray })).toMatchObject({
			status: 422,
			body: { error: { code: "unreachable_state", path: "states.2" } },
		});
		expect(await put("estate", { ...rest, states, kind: "estate", prefix: "INC" })).toMatchObject({
			body: { error: { code: "prefix_taken", path: "prefix" } },
		});
		expect(await put("facility", { ...rest, states, colour: "red" })).toMatchObject({
			status: 400,
			body: { error: { path: "definition.colour" } },
		});
		expect(await put("facility", FACILITY)).toMatchObject({ status: 200 });
		expect(await put("facility", FACILITY)).toMatchObject({
			status: 409,
			body: { error: { code: "edited_meanwhile" } },
		});
		const unknown = opening({ kind: "starship", set: { shortDescription: "x" } });
		expect(await desk.send(unknown)).toMatchObject([{ reason: { code: "no_such_kind", path: "kind" } }]);
	});
});
