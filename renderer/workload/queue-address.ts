/** What of somebody's open work a number counts. */
export type LoadPart = "open" | "urgent" | "onHold" | "breached" | "dueSoon";

const PARTS: Readonly<Record<LoadPart, readonly [view: string, search: string]>> = {
	open: ["open", ""],
	urgent: ["open", "priority=1,2"],
	onHold: ["open", "text=state:hold"],
	breached: ["open", "text=is:breached"],
	dueSoon: ["breaching", "text=-is:breached"],
};

/** The queue that lists just the tickets which such a number counts. */
export function queueAddress(part: LoadPart, personId: string | null, teamId: string | null): string {
	const [view, search] = PARTS[part];
	const asked = [
		`assignee=${encodeURIComponent(personId ?? "none")}`,
		...(teamId === null ? [] : [`team=${encodeURIComponent(teamId)}`]),
		...(search === "" ? [] : [search]),
	];
	return `/queues/${view}?${asked.join("&")}`;
}
