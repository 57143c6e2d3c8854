import { COLUMN_IDS } from "../../shared/view/columns.ts";
import type { SavedViewInput } from "../../shared/view/saved-view.ts";
import { useTopic } from "../data/index.ts";
import { queueText } from "../text/en/queue.ts";
import { ticketText } from "../text/en/ticket.ts";
import { viewsText as text } from "../text/en/views.ts";
import { sayingOf, type ViewPart } from "./compare-views.ts";

/** Says what a view has there, in words. */
export function useDescribeView(): (view: SavedViewInput, part: ViewPart) => string {
	const staff = useTopic("staff", null);
	const named = new Map(
		[...(staff?.people ?? []), ...(staff?.teams ?? [])].map(({ id, name }) => [id, name]),
	);
	const nameOf = (id: string): string => {
		if (id === "me") return queueText.me;
		return id === "none" ? queueText.nobody : (named.get(id) ?? id);
	};
	return (view, part) => {
		const { audience, shows } = view;
		switch (part) {
			case "name":
				return view.name;
			case "audience":
				if (audience.kind === "team") return text.dialog.team(nameOf(audience.teamId));
				return audience.kind === "own" ? text.dialog.own : text.dialog.everybody;
			case "text":
				return shows.text || text.any;
			case "kinds":
				return listed(shows.kinds.map(ticketText.kindName));
			case "states":
				return listed(shows.states.map(String));
			case "priorities":
				return listed(shows.priorities.map((priority) => `P${priority}`));
			case "teamIds":
			case "assigneeIds":
				return listed(shows[part].map(nameOf));
			case "order": {
				const column = columnName(ORDER_COLUMN[shows.order.by] ?? shows.order.by);
				return shows.order.isDescending ? text.descending(column) : column;
			}
			case "columns":
				return shows.columns ? shows.columns.map(columnName).join(", ") : text.usualColumns;
			case "other":
				return JSON.stringify(sayingOf(view, part));
		}
	};
}

const ORDER_COLUMN: Readonly<Record<string, string>> = {
	dueAt: "due",
	openedAt: "opened",
	updatedAt: "updated",
};

function columnName(id: string): string {
	const known = COLUMN_IDS.find((column) => column === id);
	return known ? queueText.columns[known] : id;
}

function listed(values: readonly string[]): string {
	return values.length > 0 ? values.join(", ") : text.any;
}
