import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeTicket, makeUuid } from "../fixture.ts";
import { makeDesk, type OpenWindow, pass, untilQuiet, Workstation } from "../workstation.ts";

beforeEach(() => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
	vi.useRealTimers();
});

const IDS = [makeUuid(1), makeUuid(2)];
const tagsOf = ({ model }: OpenWindow, ticketId: string) => model.generation?.views.rowOf(ticketId)?.tags;

it("tags put on offline are shown at once, beside those that a colleague puts on meanwhile, and lie on disk", async () => {
	const desk = makeDesk(2);
	const station = new Workstation(desk);
	const first = await station.open();
	const second = await new Workstation(desk).open();
	await untilQuiet([first, second]);
	desk.goDown();
	await pass(1_000);
	expect(await first.calls.edit({ ticketId: IDS[0] ?? "", set: { $tags: "vpn" } })).toMatchObject({
		ok: true,
	});
	expect(await second.calls.edit({ ticketId: IDS[0] ?? "", set: { $tags: "mail" } })).toMatchObject({
		ok: true,
	});
	expect(tagsOf(first, IDS[0] ?? "")).toEqual(["vpn"]);
	expect(await first.calls.listTags()).toEqual([{ tag: "vpn", count: 1 }]);
	desk.isDown = false;
	await untilQuiet([first, second]);
	expect(tagsOf(first, IDS[0] ?? "")).toEqual(["mail", "vpn"]);
	expect(tagsOf(second, IDS[0] ?? "")).toEqual(["mail", "vpn"]);

	await first.engine.dispose();
	desk.goDown();
	const again = await station.open();
	await pass(1_000);
	expect(tagsOf(again, IDS[0] ?? "")).toEqual(["mail", "vpn"]);
});

it("many get one and lose another at once, each keeps its own, and it is taken back", async () => {
	const desk = makeDesk(2);
	desk.put(makeTicket(1, { $tags: "mail own" }));
	const window = await new Workstation(desk).open();
	await untilQuiet([window]);
	const edit = { set: {}, tags: { add: ["vpn"], remove: ["mail"] } };
	const { lines } = await window.calls.previewBulk({ ticketIds: IDS, edit });
	expect(lines.map((line) => line.outcome === "changes" && line.changes.$tags)).toEqual([
		{ from: "mail own", to: "own vpn" },
		{ from: null, to: "vpn" },
	]);
	const applied = await window.calls.applyBulk({ ticketIds: IDS, edit });
	if (!applied.ok) throw new Error(applied.error.message);
	await untilQuiet([window]);
	expect(IDS.map((id) => tagsOf(window, id))).toEqual([["own", "vpn"], ["vpn"]]);
	expect(await window.calls.listTags()).toEqual([
		{ tag: "vpn", count: 2 },
		{ tag: "own", count: 1 },
	]);
	await window.calls.takeBack(applied.value.batchId);
	await untilQuiet([window]);
	expect(IDS.map((id) => tagsOf(window, id))).toEqual([["mail", "own"], []]);
});
