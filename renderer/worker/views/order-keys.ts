import type { TicketColumns } from "../cache/ticket-columns.ts";
import type { NameList } from "./name-list.ts";
import type { NameLists } from "./name-lists.ts";
import type { OrderKeys } from "./slot-order.ts";
import type { ViewOrder } from "./view-protocol.ts";

/** What an order of a view goes by. */
export function orderKeys(
	{ by, isDescending }: ViewOrder,
	columns: TicketColumns,
	{ people, teams }: NameLists,
): OrderKeys {
	const tieOf = (slot: number) => columns.data.numberKey[slot] ?? 0;
	const order = { isDescending, compareTexts: null, tieOf };
	const byName = (column: "team" | "assignee" | "caller", list: NameList): OrderKeys => {
		const ranks = list.ranks();
		return { ...order, keyOf: (slot) => ranks[columns.data[column][slot] ?? 0] ?? Number.NaN };
	};
	switch (by) {
		case "team":
			return byName("team", teams);
		case "assignee":
		case "caller":
			return byName(by, people);
		case "shortDescription":
			return {
				...order,
				keyOf: (slot) => columns.titles.sortKey(slot),
				compareTexts: (one, other) => columns.titles.compare(one, other),
				textKeyOf: (slot, depth) => columns.titles.sortKey(slot, depth),
			};
		case "number":
			return { ...order, keyOf: tieOf };
		default:
			return { ...order, keyOf: (slot) => columns.data[by][slot] ?? Number.NaN };
	}
}
