import type { FilterTerm } from "../../shared/search/parse-search.ts";
import type { Named, NameFilter } from "../../shared/search/search-filter.ts";
import { searchText } from "../text/en/search.ts";
import { ticketText } from "../text/en/ticket.ts";
import { formatSpan } from "../text/time.ts";

/** What a filter that was typed as words asks for, in words: `Team: network`, `Not Open`. */
export function describeFilter({ filter, value, isExcluded }: FilterTerm): string {
	const text = inWords(filter, value);
	return isExcluded ? searchText.not(text) : text;
}

function inWords(filter: FilterTerm["filter"], value: string): string {
	const name = searchText.names[filter.name];
	switch (filter.name) {
		case "priority":
			return searchText.filter(name, filter.priorities.map((priority) => `P${priority}`).join(", "));
		case "is":
			return searchText.is[filter.value];
		case "state":
			return searchText.filter(name, value);
		case "kind":
			return searchText.filter(name, filter.kinds.map(ticketText.kindName).join(", "));
		case "tag":
			return searchText.filter(name, filter.tags.join(", "));
		case "handovers":
			return searchText.filter(name, String(filter.atLeast));
		case "older":
			return searchText.opened(formatSpan(filter.ageMs));
		case "newer":
		case "updated":
			return searchText.ago(name, formatSpan(filter.ageMs));
		default:
			return searchText.filter(
				name,
				filter.anyOf.map((named) => describeNamed(filter.name, named)).join(", "),
			);
	}
}

function describeNamed(name: NameFilter, named: Named): string {
	if (named.who === "named") return named.words.join(" ");
	if (named.who === "none") return searchText.nobody;
	return name === "team" ? searchText.myTeams : searchText.me;
}
