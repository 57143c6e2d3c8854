import type { SearchTerm } from "../../../shared/search/parse-search.ts";
import type { IsValue, NameFilter } from "../../../shared/search/search-filter.ts";
import type { SearchReading, SearchReason } from "../../worker/views/view-protocol.ts";
import { formatNumber, plural } from "../plural.ts";

type Filter = Extract<SearchTerm, { type: "filter" }>["filter"];

const NAMES: Readonly<Record<Filter["name"], string>> = {
	priority: "Priority",
	is: "Is",
	state: "State",
	kind: "Kind",
	team: "Team",
	assignee: "Assignee",
	caller: "Caller",
	ci: "CI or service",
	tag: "Tag",
	older: "Opened more than",
	newer: "Opened within the last",
	updated: "Updated within the last",
	handovers: "Handovers, or more",
};

const IS: Readonly<Record<IsValue, string>> = {
	open: "Open",
	closed: "No longer open",
	mine: "Assigned to me",
	unassigned: "Unassigned",
	breached: "Breached",
	major: "Major incident",
};

const REASONS: Readonly<Record<Exclude<SearchReason["by"], "number" | "near">, string>> = {
	caller: "Caller",
	ci: "CI",
	service: "Service",
	assignee: "Assignee",
	team: "Team",
};

const UNHEARD: Readonly<Record<NameFilter, string>> = {
	team: "No team is called",
	assignee: "Nobody is called",
	caller: "Nobody is called",
	ci: "No CI or service is called",
};

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(", ");

export const searchText = {
	title: "Search",
	label: "Search all tickets",
	placeholder: "A number, words, people, p1, team:network",
	suggestions: "Filters that fit",
	recognised: "Understood as",
	names: NAMES,
	is: IS,
	me: "me",
	myTeams: "my teams",
	nobody: "nobody",
	untagged: "no tag at all",
	not: (text: string) => `Not ${text}`,
	filter: (name: string, value: string) => `${name}: ${value}`,
	ago: (name: string, span: string) => `${name} ${span}`,
	opened: (span: string) => `Opened more than ${span} ago`,
	results: "Tickets found",
	total: (total: number, shown: number) => {
		const tickets = plural(total, "ticket", "tickets");
		return shown < total ? `${tickets}, the best ${formatNumber(shown)} first` : tickets;
	},
	near: ({ near }: Pick<SearchReading, "near">) =>
		near.map(({ taken }) => `shown for ${quoted(taken)}`).join(", "),
	unheard: ({ unheard }: Pick<SearchReading, "unheard">) =>
		unheard.map(({ name, value }) => `${UNHEARD[name]} “${value}”.`).join(" "),
	reason: (reason: SearchReason) => {
		if (reason.by === "number") return "Number";
		if (reason.by === "near") return `Near ${quoted(reason.taken)}`;
		return `${REASONS[reason.by]}: ${reason.name}`;
	},
	nothing: "No ticket has all of this.",
	nothingHint: "Fewer words find more. Closed tickets were searched too.",
	more: "Show more",
	inQueue: "List them in a queue",
	all: (total: number) => `All ${plural(total, "ticket", "tickets")} found`,
	everywhere: "Search all tickets, closed ones too",
	incomplete: "still loading: not all tickets of the desk are here yet",
	begin: "Type what you know of it.",
	beginHint: "Everything on this device is searched, also offline: open tickets and closed ones.",
	hints: [
		["INC0012345, 12345, inc 12 345", "a number, however it is written"],
		["cert expired", "words and parts of words, in any order; one typing error is forgiven"],
		['"lost the vpn"', "exactly this, together"],
		["-printer", "without this word"],
		["vera, network, mailserver", "caller, assignee, team, CI or service"],
		["p1 is:open team:network", "filters; type a name and a colon and choose with the arrow keys"],
		["older:3d newer:2w updated:1h", "opened or updated so long ago: m, h, d, w, mo, y"],
		["tag:vpn tag:none", "tags, also by their beginning; none at all"],
		["handovers:2", "went from one team to another so often or more"],
		["@me, @nobody, caller:holt", "people, by words of their names"],
		["state:hold kind:change ci:mail", "and what else there is: Alt + ↓ lists all filters"],
	],
} as const;
