import { describe, expect, it } from "vitest";
import { makeDefaultDefinitions } from "../../../shared/sla/default-definitions.ts";
import { makeTicket, makeUuid } from "../fixture.ts";
import { Clocks } from "./clock-columns.ts";
import { COLUMN_SEGMENT_ROWS, packColumns, unpackColumns } from "./column-segment.ts";
import { NUMERIC_NAMES, TicketColumns } from "./ticket-columns.ts";

const clocks = new Clocks(makeDefaultDefinitions("Europe/Paris"), 1_800_000_000_000);

function fill(count: number): TicketColumns {
	const columns = new TicketColumns();
	for (let counter = 1; counter <= count; counter += 1) {
		const ticket = makeTicket(counter, {
			teamId: `t${counter % 7}`,
			assigneeId: counter % 3 === 0 ? null : `p${counter % 11}`,
			sourceState: counter % 5 === 0 ? "Awaiting Evidence" : null,
			shortDescription: `Ticket “${counter}”, ümlaut\nand a second line`,
		});
		const slot = columns.ensureSlot(ticket.id);
		columns.ensurePosition(slot);
		columns.write(slot, ticket, clocks.factsOf(ticket), ticket.revision);
	}
	return columns;
}

function reread(columns: TicketColumns): TicketColumns {
	const read = new TicketColumns();
	const segments = Math.ceil(columns.positionCount / COLUMN_SEGMENT_ROWS);
	for (let index = 0; index < segments; index += 1) {
		unpackColumns(read, structuredClone(packColumns(columns, index)));
	}
	return read;
}

describe("column segments", () => {
	it("come back from disk as they were, over more than one segment", () => {
		const columns = fill(COLUMN_SEGMENT_ROWS + 500);
		const read = reread(columns);
		expect(read.size).toBe(columns.size);
		for (const slot of [0, 1, 499, COLUMN_SEGMENT_ROWS - 1, COLUMN_SEGMENT_ROWS, columns.size - 1]) {
			expect(read.idOf(slot)).toBe(columns.idOf(slot));
			expect(read.slotOf(columns.idOf(slot))).toBe(slot);
			expect(read.titles.get(slot)).toBe(columns.titles.get(slot));
			expect(read.numberOf(slot)).toBe(columns.numberOf(slot));
			expect(read.teams.valueOf(read.data.team[slot] ?? 0)).toBe(
				columns.teams.valueOf(columns.data.team[slot] ?? 0),
			);
			expect(read.people.valueOf(read.data.assignee[slot] ?? 0)).toBe(
				columns.people.valueOf(columns.data.assignee[slot] ?? 0),
			);
			expect(read.labels.valueOf(read.data.sourceState[slot] ?? 0)).toBe(
				columns.labels.valueOf(columns.data.sourceState[slot] ?? 0),
			);
			for (const name of NUMERIC_NAMES) {
				if (!["team", "assignee", "caller", "sourceState"].includes(name)) {
					expect(read.data[name][slot]).toBe(columns.data[name][slot]);
				}
			}
		}
	});

	it("keep a tombstone's place and nothing else of it", () => {
		const columns = fill(10);
		columns.erase(columns.slotOf(makeUuid(4)) ?? -1);
		const read = reread(columns);
		expect(read.positionCount).toBe(10);
		expect(read.slotOf(makeUuid(4))).toBe(undefined);
		expect(read.isAlive(3)).toBe(false);
		expect(new TextDecoder().decode(packColumns(columns, 0).packed.titleBytes)).not.toContain("“4”");
	});

	it.each([
		["texts are missing", { packed: packColumns(fill(3), 0).packed }],
		["is damaged", { count: 3, packed: packColumns(fill(3), 0).packed }],
		["out of range", { people: [] }],
		["follow-ups are out of range", { followUps: [[10, { what: "follow-up", at: 1 } as const]] as const }],
		["out of order", { index: 1 }],
	])("are refused where %s", (message, damage) => {
		const segment = { ...packColumns(fill(10), 0), ...damage };
		expect(() => unpackColumns(new TicketColumns(), segment)).toThrow(message);
	});
});
