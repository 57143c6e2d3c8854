import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { INCIDENT_STATE } from "../../../shared/ticket/lifecycles/incident.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { relativesPayload } from "../topics/relatives-topic.ts";
import { makeDesk, type OpenWindow, pass, untilQuiet, Workstation } from "../workstation.ts";

beforeEach(() => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
});
afterEach(() => {
	vi.useRealTimers();
});

const duplicate = (counter: number, original: number) =>
	makeTicket(counter, { state: INCIDENT_STATE.canceled, $duplicateOf: makeUuid(original) });

/** As the page lists them: numbers of tickets in their order. */
async function around({ model }: OpenWindow, counter: number) {
	const relatives = await relativesPayload(model, makeUuid(counter));
	const numberOf = ({ id }: { readonly id: string }) => Number(id.slice(-3));
	return {
		original: relatives?.original ? numberOf(relatives.original) : null,
		duplicates: relatives?.duplicates.map(numberOf),
	};
}

function makeSame() {
	const desk = makeDesk(2);
	desk.put(duplicate(3, 1));
	desk.put(duplicate(4, 1));
	return desk;
}

it("a ticket lists its duplicates, and each names the one that stands for it", async () => {
	const window = await new Workstation(makeSame()).open();
	await untilQuiet([window]);
	expect(await around(window, 1)).toEqual({ original: null, duplicates: [3, 4] });
	expect(await around(window, 3)).toEqual({ original: 1, duplicates: [] });
	expect(await around(window, 2)).toEqual({ original: null, duplicates: [] });
});

it("they are found in what lies on disk, as shown, without the desk", async () => {
	const desk = makeSame();
	const station = new Workstation(desk);
	const first = await station.open();
	await untilQuiet([first]);
	await first.engine.dispose();
	desk.goDown();
	const second = await station.open();
	await pass(1_000);
	const cancel = { state: INCIDENT_STATE.canceled, $duplicateOf: makeUuid(1) };
	const note = { kind: "workNote", text: "The same." } as const;
	expect(await second.calls.edit({ ticketId: makeUuid(2), set: cancel, note })).toMatchObject({ ok: true });
	await around(second, 1);
	await pass(1_000);
	expect(await around(second, 1)).toEqual({ original: null, duplicates: [2, 3, 4] });
	expect(await around(second, 4)).toEqual({ original: 1, duplicates: [] });
	expect(second.failures).toEqual([]);
});

it("what names another one now, or is gone, is no duplicate any more", async () => {
	const desk = makeSame();
	const window = await new Workstation(desk).open();
	await untilQuiet([window]);
	desk.change(makeUuid(3), { $duplicateOf: makeUuid(2) }, 1_800_000_000_000);
	desk.remove(makeUuid(4));
	await untilQuiet([window]);
	expect(await around(window, 1)).toEqual({ original: null, duplicates: [] });
	expect(await around(window, 2)).toEqual({ original: null, duplicates: [3] });
});
