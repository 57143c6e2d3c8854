import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DEFAULT_DESK_SETTINGS } from "../../../shared/api/desk-settings.ts";
import { MAJOR_STATE } from "../../../shared/ticket/lifecycles/major-fields.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { majorsPayload } from "../topics/majors-topic.ts";
import { makeDesk, type OpenWindow, pass, untilQuiet, Workstation } from "../workstation.ts";

const FLAT = {
	id: "priorities",
	matrix: [
		[1, 1, 1],
		[2, 2, 2],
		[4, 4, 4],
	],
} as const;

beforeEach(() => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
	vi.useRealTimers();
});

const priorityOf = ({ model }: OpenWindow, ticketId: string) =>
	model.generation?.views.rowOf(ticketId)?.priority;

it("edits on their way are shown by the matrix that the desk has, as soon as it is heard of and kept", async () => {
	const desk = makeDesk(2);
	const station = new Workstation(desk);
	const first = await station.open();
	await untilQuiet([first]);
	expect(first.model.generation?.cache.things.settings).toEqual(DEFAULT_DESK_SETTINGS);
	desk.choose(FLAT);
	await untilQuiet([first]);
	await first.engine.dispose();
	desk.goDown();
	const second = await station.open();
	await pass(1_000);
	expect(await second.calls.edit({ ticketId: makeUuid(1), set: { impact: 2, urgency: 3 } })).toMatchObject({
		ok: true,
	});
	expect(priorityOf(second, makeUuid(1))).toBe(2);
});

it("a parent that would close a circle is refused here already, in the desk's words", async () => {
	const desk = makeDesk(3);
	const window = await new Workstation(desk).open();
	await untilQuiet([window]);
	desk.goDown();
	const edit = (child: number, parent: number) =>
		window.calls.edit({ ticketId: makeUuid(child), set: { parentId: makeUuid(parent) } });
	expect(await edit(2, 1)).toMatchObject({ ok: true });
	expect(await edit(3, 2)).toMatchObject({ ok: true });
	expect(await edit(1, 3)).toMatchObject({
		ok: false,
		error: { code: "reference_not_allowed", path: "parentId" },
	});
});

it("major incidents are listed as they are shown, until they are over", async () => {
	const desk = makeDesk(0);
	const major = { $majorState: MAJOR_STATE.accepted, $businessImpact: "All." };
	desk.put(makeTicket(1, major));
	desk.put(makeTicket(2, { ...major, state: 7 }));
	desk.put(makeTicket(3, {}));
	const station = new Workstation(desk);
	const window = await station.open();
	await untilQuiet([window]);
	await window.calls.edit({ ticketId: makeUuid(3), set: { $majorState: MAJOR_STATE.proposed } });
	const idsOf = ({ model }: OpenWindow) => {
		const majors = majorsPayload(model);
		return [majors?.accepted.map(({ id }) => id), majors?.proposed.map(({ id }) => id)];
	};
	expect(idsOf(window)).toEqual([[makeUuid(1)], [makeUuid(3)]]);
	await untilQuiet([window]);
	await window.engine.dispose();
	const again = await station.open();
	await untilQuiet([again]);
	expect(idsOf(again)).toEqual([[makeUuid(1)], [makeUuid(3)]]);
});
